import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type CsvForm, type CsvRow, readCsv } from './read-csv.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Uint8Array, form: CsvForm = {}, size = 7): Promise<CsvRow[]> {
  const read: CsvRow[] = [];
  for await (const row of readCsv(inChunks(bytes, size), form)) read.push(row);
  return read;
}

const text = 'Имя;Номер\r\n\r\n"Пётр; ""Первый""";+7 916\r\nООО "Ёлка";8\r\n';
const rows = [
  { row: 1, cells: ['Имя', 'Номер'] },
  { row: 3, cells: ['Пётр; "Первый"', '+7 916'] },
  { row: 4, cells: ['ООО "Ёлка"', '8'] },
];

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
  ['windows-1251', iconv.encode(text, 'win1251')],
  ['UTF-16 as Excel saves it', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['Unix line ends', Buffer.from(text.replaceAll('\r\n', '\n'))],
])('%s is read', async (_, bytes) => {
  expect(await readAll(bytes)).toEqual(rows);
});

test('the encoding is found however the bytes are cut, also when letters come late', async () => {
  const late = `name,phone\n${'abc,1\n'.repeat(2000)}Щукин,2\n`;
  const encodings = fc.constantFrom('utf8', 'win1251');
  await fc.assert(
    fc.asyncProperty(encodings, fc.integer({ min: 1, max: 9000 }), async (encoding, size) => {
      const read = await readAll(iconv.encode(late, encoding), {}, size);
      expect(read.at(-1)).toEqual({ row: 2002, cells: ['Щукин', '2'] });
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['a;b,c\n1;2,5\n', ['1', '2,5']],
  ['a,b;c,d\n1,2,3\n', ['1', '2', '3']],
  ['a\tb\n1\t2,5\n', ['1', '2,5']],
  ['"x;y;z",b\n1,2\n', ['1', '2']],
  ['a\n1\n', ['1']],
])('the delimiter of %j is found', async (csv, cells) => {
  expect((await readAll(Buffer.from(csv)))[1]?.cells).toEqual(cells);
});

test('an unclosed quote names its row, after the rows before it were given', async () => {
  const csv = Buffer.from(`a;b\n1;2\n"3;4\n${'5;6\n'.repeat(50_000)}`);
  const given: number[] = [];
  const reading = async () => {
    for await (const { row } of readCsv(inChunks(csv, 65_536))) given.push(row);
  };
  await expect(reading()).rejects.toMatchObject({ name: 'CsvBroken', row: 3 });
  expect(given).toEqual([1, 2]);
});

test('an empty file has no rows', async () => {
  expect(await readAll(Buffer.from(''))).toEqual([]);
});

test('a source that breaks is not taken for the end', async () => {
  async function* broken() {
    yield Buffer.from('a;b\n1;2\n');
    throw new Error('the upload was cut');
  }
  const reading = async () => {
    for await (const _ of readCsv(broken()));
  };
  await expect(reading()).rejects.toThrow('the upload was cut');
});
