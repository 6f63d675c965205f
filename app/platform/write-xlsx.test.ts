import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { writeXlsx, type XlsxCell } from './write-xlsx.ts';

async function readBack(rows: XlsxCell[][]) {
  const drawn = await writeXlsx([
    { name: 'Лист', widths: [20], still: { rows: 1, columns: 0 }, boldRows: [0], rows },
  ]);
  const book = new exceljs.Workbook();
  await book.xlsx.load(drawn.buffer);
  return book.getWorksheet('Лист');
}

test.each(['=HYPERLINK("http://x")', '+7', '-1', '@cmd', '＝1', ' \t=1', '"=1', '\u200b=1'])(
  '%j is a text and begins no formula',
  async (text) => {
    const value = (await readBack([['Имя'], [text]]))?.getCell('A2').value;
    expect(value).toBe(`'${text}`);
  },
);

test('a formula is alive, with what it came to, and a number has its form', async () => {
  const sheet = await readBack([[2, 4], [{ value: { formula: 'A1/B1', result: 0.5 }, format: '0.0%' }]]);
  expect(sheet?.getCell('A2').value).toMatchObject({ formula: 'A1/B1', result: 0.5 });
  expect(sheet?.getCell('A2').numFmt).toBe('0.0%');
});
