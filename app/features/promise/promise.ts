import { z } from 'zod';
import type { PromisePart, PromiseState } from '#app/features/ladder/ladder.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { OfferLimits } from './offer-limits.ts';

/** What a subscriber says he will pay, and when: in the order of the dates. */
export const PromiseParts = z
  .array(z.strictObject({ on: z.iso.date('date'), kopecks: z.int().min(1).max(100_000_000_000) }))
  .min(1, 'required')
  .max(12, 'long');

type PromiseMove = { move: string; from: PromiseState; to: PromiseState; by: 'person' | 'worker' };

/** The one table of what may happen to a promise or a plan. It is never edited: another replaces it. */
export const promiseMoves = [
  { move: 'keep', from: 'open', to: 'kept', by: 'worker' },
  { move: 'break', from: 'open', to: 'broken', by: 'worker' },
  { move: 'drop', from: 'open', to: 'cancelled', by: 'worker' },
  { move: 'replace', from: 'open', to: 'replaced', by: 'person' },
  { move: 'cancel', from: 'open', to: 'cancelled', by: 'person' },
] as const satisfies PromiseMove[];

/** Money that came for a receivable; a payment taken back is negative. `on`: the date it counts for. */
export type Payment = { on: string; kopecks: number; bookedAt: Date };

/** How the debt stands today. `overdue` or not: what is owed at all may be promised. */
export type Owed = { debtKopecks: number; isDisputed: boolean };

export type PromiseFault =
  | { code: 'nothing-owed' }
  /** The subscriber says he does not owe it: nothing is asked of him until that is answered. */
  | { code: 'debt-disputed' }
  | { code: 'promise-out-of-order' }
  | { code: 'promise-in-the-past' }
  | { code: 'promise-too-far'; until: string }
  | { code: 'promise-above-debt'; debtKopecks: number }
  | { code: 'promise-too-small'; leastKopecks: number }
  | { code: 'promise-too-often'; perYear: number };

export function sumOf(parts: readonly PromisePart[]): number {
  return parts.reduce((sum, { kopecks }) => sum + kopecks, 0);
}

export function lastOf(parts: readonly PromisePart[]): string {
  return parts.reduce((last, { on }) => (on > last ? on : last), '');
}

/** What is wrong with a promise that somebody within these limits is about to take; null: it may be taken. */
export function faultOfPromise(
  parts: readonly PromisePart[],
  { debtKopecks, isDisputed, madeInYear }: Owed & { madeInYear: number },
  limits: OfferLimits,
  today: string,
): PromiseFault | null {
  if (debtKopecks <= 0) return { code: 'nothing-owed' };
  if (isDisputed) return { code: 'debt-disputed' };
  if (madeInYear >= limits.perYear) return { code: 'promise-too-often', perYear: limits.perYear };
  if (parts.some(({ on }, index) => index > 0 && on <= (parts[index - 1]?.on ?? '')))
    return { code: 'promise-out-of-order' };
  if (parts.some(({ on }) => on < today)) return { code: 'promise-in-the-past' };
  const until = addDays(today, limits.days);
  if (lastOf(parts) > until) return { code: 'promise-too-far', until };
  if (sumOf(parts) > debtKopecks) return { code: 'promise-above-debt', debtKopecks };
  const leastKopecks = leastPromise(debtKopecks, limits);
  return sumOf(parts) < leastKopecks ? { code: 'promise-too-small', leastKopecks } : null;
}

/** The least sum that holds the ladder, kopecks: a share of the debt, rounded up. */
export function leastPromise(debtKopecks: number, { leastPercent }: OfferLimits): number {
  return Math.ceil((debtKopecks * leastPercent) / 100);
}

/** The day on which the ladder goes on if the promise is not kept: all steps wait until the day after its last. */
export function resumesOn(lastOn: string): string {
  return addDays(lastOn, 1);
}

/** What was paid since the promise was made, up to a date and including it. */
export function paidBy(payments: readonly Payment[], since: Date, date: string): number {
  const counted = payments.filter(({ bookedAt, on }) => bookedAt >= since && on <= date);
  return counted.reduce((sum, { kopecks }) => sum + kopecks, 0);
}

export type Judged = { state: PromiseState; paidKopecks: number };

/**
 * What became of an open promise by this date. Kept as soon as its sum was paid, or all that is owed; broken from
 * the day after its last date. While the debt is disputed nobody is said to have broken his word.
 */
export function judgePromise(
  promise: { kopecks: number; lastOn: string; madeAt: Date },
  payments: readonly Payment[],
  owed: Owed,
  today: string,
): Judged {
  const paidKopecks = paidBy(payments, promise.madeAt, promise.lastOn);
  if (paidKopecks >= promise.kopecks) return { state: 'kept', paidKopecks };
  if (owed.debtKopecks <= 0) return { state: paidKopecks > 0 ? 'kept' : 'cancelled', paidKopecks };
  const isOver = today >= resumesOn(promise.lastOn);
  return { state: isOver && !owed.isDisputed ? 'broken' : 'open', paidKopecks };
}
