import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import { disarm, writeCsv } from '#app/platform/write-csv.ts';
import type { Sheet } from './roster-sheets.ts';

export type SheetAbout = { title: string; language: 'ru' | 'en'; madeAt: Date };

/** A CSV file that Excel opens in Russian; nothing in it is run as a formula. */
export function sheetCsv({ header, rows }: Sheet): string {
  return writeCsv([header, ...rows]);
}

/** The same for Excel. Every text is a cell of text, never a formula. */
export async function sheetXlsx({ name, header, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  // Megabytes, loaded by who asks: most processes never do.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const page = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  page.addRow(header).font = { bold: true };
  for (const row of rows)
    page.addRow(row.map((value) => (typeof value === 'string' ? disarm(value) : value)));
  page.getColumn(1).width = 28;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** So many days fit beside the names on a page of A4 laid across. */
const daysOnPage = 14;

/** The same as PDF; a wide table goes on below, fourteen columns at a time. */
export function sheetPdf({ header, rows }: Sheet, about: SheetAbout): Promise<Uint8Array<ArrayBuffer>> {
  const starts = header.flatMap((_, column) => ((column - 1) % daysOnPage === 0 ? [column] : []));
  const parts = starts.map((from) => ({
    kind: 'table' as const,
    columns: [header[0] ?? '', ...header.slice(from, from + daysOnPage)].map((title, place) => ({
      title,
      width: place === 0 ? ('share' as const) : 44,
    })),
    rows: rows.map((row) => [row[0] ?? '', ...row.slice(from, from + daysOnPage)].map(String)),
  }));
  return drawPdf({ ...about, isLandscape: true, fontSize: 7, parts });
}
