import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { sheetCsv, sheetXlsx } from './write-sheet.ts';

test('a name that looks like a formula stays a text, numbers are written as in Russian', () => {
  const sheet = { name: 'Часы', header: ['Сотрудник', 'Часы'], rows: [['=HYPERLINK("http://x")', 7.5]] };
  expect(sheetCsv(sheet)).toBe('\uFEFF"Сотрудник";"Часы"\r\n"\'=HYPERLINK(""http://x"")";7,5\r\n');
});

test('in XLSX too a text is a text and a number a number', async () => {
  const drawn = await sheetXlsx({ name: 'Часы', header: ['Сотрудник', 'Часы'], rows: [['=1+1', 7.5]] });
  const book = new exceljs.Workbook();
  await book.xlsx.load(drawn.buffer);
  const cells = book.getWorksheet('Часы')?.getRow(2);
  expect([cells?.getCell(1).value, cells?.getCell(2).value]).toEqual(["'=1+1", 7.5]);
});
