import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import { writeCsv } from '#app/platform/write-csv.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import type { Sheet } from './roster-sheets.ts';

export type SheetAbout = { title: string; language: 'ru' | 'en'; madeAt: Date };

/** A CSV file that Excel opens in Russian; nothing in it is run as a formula. */
export function sheetCsv({ header, rows }: Sheet): string {
  return writeCsv([header, ...rows]);
}

/** The same for Excel. Every text is a cell of text, never a formula. */
export function sheetXlsx({ name, header, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const still = { rows: 1, columns: 1 };
  return writeXlsx([{ name, widths: [28], still, boldRows: [0], rows: [header, ...rows] }]);
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
