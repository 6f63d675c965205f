import { parsePhone } from '#app/features/subscriber/phone.ts';
import type { Msisdn } from '#carriers/port.ts';

/** One batch carries at most so many lines. */
export const batchLimit = 1000;

export type RejectReason =
  | 'unreadable-number'
  | 'unknown-number'
  | 'twice-in-the-list'
  | 'other-carrier'
  | 'pending-request'
  | 'over-the-limit';
export type BatchRow = { row: number; text: string; msisdn: Msisdn };
export type BatchReject = { row: number; text: string; reason: RejectReason };
export type Listed = { rows: BatchRow[]; rejects: BatchReject[] };

/**
 * Reads a pasted list or a CSV whose first column is the number. Rows are counted from 1, empty ones are
 * skipped, and a first row without any digit is a heading.
 */
export function readList(text: string): Listed {
  const cells = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ row: index + 1, text: firstCell(line) }))
    .filter((cell) => cell.text !== '' && !(cell.row === 1 && !/\d/.test(cell.text)));
  const seen = new Set<Msisdn>();
  const listed: Listed = { rows: [], rejects: [] };
  for (const cell of cells) {
    const phone = parsePhone(cell.text);
    if (!phone.ok) listed.rejects.push({ ...cell, reason: 'unreadable-number' });
    else if (seen.has(phone.value)) listed.rejects.push({ ...cell, reason: 'twice-in-the-list' });
    else if (listed.rows.length >= batchLimit) listed.rejects.push({ ...cell, reason: 'over-the-limit' });
    else {
      seen.add(phone.value);
      listed.rows.push({ ...cell, msisdn: phone.value });
    }
  }
  return listed;
}

function firstCell(line: string): string {
  return (line.split(/[;,\t]/)[0] ?? '').trim().replace(/^"(.*)"$/, '$1');
}
