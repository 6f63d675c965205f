import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Book, EntryKind } from './receivable.ts';

/** One side of an entry: positive is a debit, negative a credit, kopecks. */
export type Posting = { book: Book; kopecks: number };
export type BookableKind = Exclude<EntryKind, 'reversal'>;

/** `not-whole`: not a whole number of kopecks, or larger than can be counted. `not-positive`: nought or below it. */
export type AmountFault = { code: 'not-whole' } | { code: 'not-positive' };

/** What each kind does to the sum owed, and the book on the other side. */
const sides = {
  charge: { sign: 1, book: 'revenue' },
  payment: { sign: -1, book: 'cash' },
  write_off: { sign: -1, book: 'losses' },
  adjustment: { sign: 1, book: 'corrections' },
} as const satisfies Record<BookableKind, { sign: 1 | -1; book: Book }>;

/** Above it sums of many accounts could no longer be added exactly: ten thousand million roubles. */
const mostKopecks = 1_000_000_000_000;

/**
 * By how much an entry of `amountKopecks` raises what is owed; negative lowers it. The amount is positive but for
 * an adjustment, which may go either way.
 */
export function owedBy(kind: BookableKind, amountKopecks: number): Result<number, AmountFault> {
  if (!Number.isSafeInteger(amountKopecks) || Math.abs(amountKopecks) > mostKopecks)
    return refuse({ code: 'not-whole' });
  if (amountKopecks === 0 || (amountKopecks < 0 && kind !== 'adjustment'))
    return refuse({ code: 'not-positive' });
  return ok(sides[kind].sign * amountKopecks);
}

/** Both sides of an entry that raises what is owed by `kopecks`; their sum is zero. */
export function postingsOf(kind: BookableKind, kopecks: number): [Posting, Posting] {
  return [
    { book: 'receivable', kopecks },
    { book: sides[kind].book, kopecks: -kopecks },
  ];
}

/** Whatever was posted, taken back. */
export function reversalOf(postings: readonly Posting[]): Posting[] {
  return postings.map(({ book, kopecks }) => ({ book, kopecks: -kopecks }));
}
