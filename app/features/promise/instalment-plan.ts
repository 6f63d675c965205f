import { Temporal } from 'temporal-polyfill';
import type { PromisePart } from '#app/features/ladder/ladder.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { OfferLimits } from './offer-limits.ts';
import { type Judged, lastOf, type Owed, type Payment, paidBy, sumOf } from './promise.ts';

export const planPaces = ['week', 'fortnight', 'month'] as const;
export type PlanPace = (typeof planPaces)[number];

/** How late and how short an instalment may be before the plan counts as broken. */
export type Tolerance = { toleranceDays: number; toleranceKopecks: number };

export type PlanFault =
  | { code: 'nothing-owed' }
  | { code: 'debt-disputed' }
  /** Another plan for this debt is under way: it is cancelled first, two never run side by side. */
  | { code: 'plan-overlaps'; until: string }
  | { code: 'plan-too-long'; most: number }
  | { code: 'promise-in-the-past' }
  | { code: 'promise-too-far'; until: string };

/**
 * Equal parts from the first date on, the odd kopecks in the first ones. Months are counted from the first date,
 * so that after 31 January come 28 or 29 February and 31 March.
 */
export function scheduleOf(
  kopecks: number,
  { count, firstOn, pace }: { count: number; firstOn: string; pace: PlanPace },
): PromisePart[] {
  const base = Math.floor(kopecks / count);
  const odd = kopecks - base * count;
  return Array.from({ length: count }, (_, index) => ({
    on: stepOn(firstOn, pace, index),
    kopecks: index < odd ? base + 1 : base,
  }));
}

function stepOn(firstOn: string, pace: PlanPace, index: number): string {
  if (pace === 'week') return addDays(firstOn, 7 * index);
  if (pace === 'fortnight') return addDays(firstOn, 14 * index);
  return Temporal.PlainDate.from(firstOn).add({ months: index }).toString();
}

/** What is wrong with a plan that somebody within these limits is about to agree; null: it may be agreed. */
export function faultOfPlan(
  { count, firstOn }: { count: number; firstOn: string },
  { debtKopecks, isDisputed, openPlan }: Owed & { openPlan: { lastOn: string } | null },
  limits: OfferLimits,
  today: string,
): PlanFault | null {
  if (debtKopecks <= 0) return { code: 'nothing-owed' };
  if (isDisputed) return { code: 'debt-disputed' };
  if (openPlan) return { code: 'plan-overlaps', until: openPlan.lastOn };
  if (count > Math.min(limits.instalments, debtKopecks))
    return { code: 'plan-too-long', most: limits.instalments };
  if (firstOn < today) return { code: 'promise-in-the-past' };
  const until = addDays(today, limits.days);
  return firstOn > until ? { code: 'promise-too-far', until } : null;
}

type Plan = Tolerance & { instalments: readonly PromisePart[]; madeAt: Date };

/**
 * What became of an open plan by this date. Every instalment has its days of grace; what was paid counts for the
 * earliest ones first. Kept when all was paid, or after the last day of grace what is missing is forgiven.
 */
export function judgePlan(plan: Plan, payments: readonly Payment[], owed: Owed, today: string): Judged {
  const { instalments, madeAt, toleranceDays, toleranceKopecks } = plan;
  const graceOf = (on: string) => addDays(on, toleranceDays);
  const lastDay = graceOf(lastOf(instalments));
  const paidKopecks = paidBy(payments, madeAt, lastDay);
  if (paidKopecks >= sumOf(instalments)) return { state: 'kept', paidKopecks };
  if (owed.debtKopecks <= 0) return { state: paidKopecks > 0 ? 'kept' : 'cancelled', paidKopecks };
  if (owed.isDisputed) return { state: 'open', paidKopecks };
  const isShort = instalments.some(({ on }, index) => {
    const wanted = sumOf(instalments.slice(0, index + 1));
    return today > graceOf(on) && paidBy(payments, madeAt, graceOf(on)) < wanted - toleranceKopecks;
  });
  if (isShort) return { state: 'broken', paidKopecks };
  return { state: today > lastDay ? 'kept' : 'open', paidKopecks };
}

/** The instalment that is next: the first that is not covered by what was paid. */
export function nextInstalment(instalments: readonly PromisePart[], paidKopecks: number): PromisePart | null {
  let rest = paidKopecks;
  for (const { on, kopecks } of instalments) {
    if (rest < kopecks) return { on, kopecks: kopecks - Math.max(rest, 0) };
    rest -= kopecks;
  }
  return null;
}
