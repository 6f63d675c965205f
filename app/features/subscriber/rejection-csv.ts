/** A value as a cell of a CSV file that a spreadsheet will not take for a formula. */
export function csvCell(value: string): string {
  const plain = /^[\s"']*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** The report of rejected rows as a file that Excel opens in its own language. */
export function rejectionCsv(
  header: string[],
  rejected: readonly { row: number; field: string; value: string; why: string }[],
): string {
  const rows = rejected.map(({ row, field, value, why }) => [String(row), field, value, why]);
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
