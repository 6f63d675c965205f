import type { CellValue, Worksheet } from 'exceljs';
import { disarm } from './write-csv.ts';

/** A formula is made of addresses of cells alone; `result` is shown until it is reckoned anew. */
export type XlsxFormula = { formula: string; result: number | null };
export type XlsxCell = string | number | null | XlsxFormula | { value: number | XlsxFormula; format: string };
export type XlsxSheet = {
  /** Not of anybody's making: Excel takes 31 letters at most. */
  name: string;
  /** In letters. */
  widths: readonly number[];
  /** So many rows and columns stand still. */
  still: { rows: number; columns: number };
  /** By their place from 0. */
  boldRows: readonly number[];
  rows: readonly (readonly XlsxCell[])[];
};

/** A file for Excel. Every text is a cell of text, never a formula. */
export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  // Megabytes, loaded by who asks: most processes never do.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  for (const sheet of sheets) {
    const { rows: ySplit, columns: xSplit } = sheet.still;
    fill(book.addWorksheet(sheet.name, { views: [{ state: 'frozen', xSplit, ySplit }] }), sheet);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(page: Worksheet, { rows, widths, boldRows }: XlsxSheet): void {
  for (const cells of rows) {
    const row = page.addRow(cells.map(plainOf));
    for (const [place, cell] of cells.entries()) {
      if (typeof cell === 'object' && cell && 'format' in cell) row.getCell(place + 1).numFmt = cell.format;
    }
  }
  for (const place of boldRows) page.getRow(place + 1).font = { bold: true };
  for (const [place, width] of widths.entries()) page.getColumn(place + 1).width = width;
}

function plainOf(cell: XlsxCell): CellValue {
  if (typeof cell === 'string') return disarm(cell);
  if (cell === null || typeof cell === 'number') return cell;
  const value = 'format' in cell ? cell.value : cell;
  if (typeof value === 'number') return value;
  return { formula: value.formula, result: value.result ?? '' };
}
