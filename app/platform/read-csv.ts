import { parse } from 'csv-parse';
import { decodeText, type TextEncoding } from './decode-text.ts';

export const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];
/** What is not given is found out from the file. */
export type CsvForm = { encoding?: TextEncoding | undefined; delimiter?: Delimiter | undefined };
/** `row` counts from 1, the header and empty lines included, as a spreadsheet does. */
export type CsvRow = { row: number; cells: string[] };

export class CsvBroken extends Error {
  override readonly name = 'CsvBroken';
  readonly row: number;
  constructor(row: number, options: ErrorOptions) {
    super(`Row ${row} cannot be read: a quote is opened there and not closed in the right place.`, options);
    this.row = row;
  }
}

/** A row longer than this is taken for an unclosed quote that swallows the rest of the file. */
const longestRow = 64 * 1024;

/** Reads CSV row by row, in bounded memory. Throws CsvBroken; the rows before it were already given. */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  form: CsvForm = {},
): AsyncGenerator<CsvRow> {
  const text = decodeText(source, form.encoding);
  const head = await readFirstLine(text);
  const { feed, end } = createParser(form.delimiter ?? detectDelimiter(head));
  yield* feed(head);
  for await (const chunk of text) yield* feed(chunk);
  yield* end();
}

/** csv-parse drops the rows that wait in its stream when it fails, so they are taken before they get there. */
function createParser(delimiter: Delimiter) {
  const found: CsvRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    on_record(cells: string[], { records, empty_lines }) {
      found.push({ row: records + empty_lines, cells });
      return null;
    },
  });
  function* take(failure: Error | null | undefined) {
    yield* found.splice(0);
    if (failure) throw new CsvBroken(parser.info.records + parser.info.empty_lines + 1, { cause: failure });
  }
  const failed = new Promise<Error>((resolve) => parser.on('error', resolve));
  return {
    async *feed(chunk: string) {
      yield* take(await new Promise((resolve) => parser.write(chunk, resolve)));
    },
    async *end() {
      const finished = new Promise<null>((resolve) => parser.end(() => resolve(null)));
      yield* take(await Promise.race([failed, finished]));
    },
  };
}

async function readFirstLine(text: AsyncIterator<string>): Promise<string> {
  let head = '';
  while (!/\S.*[\r\n]/.test(head) && head.length < longestRow) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  return head;
}

function detectDelimiter(head: string): Delimiter {
  const line =
    head
      .trimStart()
      .split(/[\r\n]/, 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? '';
  const counted = delimiters.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best), { delimiter: ';', count: 1 })
    .delimiter;
}
