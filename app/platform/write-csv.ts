/**
 * A text that no spreadsheet takes for a formula, now or once the cell is edited: what begins like one, also behind
 * spaces, quotes or unseen letters, gets an apostrophe in front.
 */
export function disarm(text: string): string {
  return /^[\s"'\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}

const cell = (value: string | number) =>
  typeof value === 'number' ? String(value).replace('.', ',') : `"${disarm(value).replaceAll('"', '""')}"`;

/** Rows, the header the first, as a file that Excel opens in its own language. The only way a CSV is written. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}
