import { writeCsv } from '#app/platform/write-csv.ts';

/** The report of rejected rows as a file that Excel opens in its own language. */
export function rejectionCsv(
  header: string[],
  rejected: readonly { row: number; field: string; value: string; why: string }[],
): string {
  const rows = rejected.map(({ row, field, value, why }) => [String(row), field, value, why]);
  return writeCsv([header, ...rows]);
}
