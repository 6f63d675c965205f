import { writeCsv } from '#app/platform/write-csv.ts';
import { billingColumns } from './billing-row.ts';
import { keptCells } from './read-billing-file.ts';

/** The rows of a file that were not booked, each with its reason: mended, the table can be sent as it is. */
export function rejectsCsv(
  header: readonly string[],
  rejects: readonly { text: string; why: string }[],
): string {
  const rows = rejects.map(({ text, why }) => {
    const cells = keptCells(text);
    return [...billingColumns.map((column) => cells[column]), why];
  });
  return writeCsv([header, ...rows]);
}
