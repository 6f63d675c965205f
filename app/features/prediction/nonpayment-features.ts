import { daysBetween } from '#app/features/sla/calendar-date.ts';
import type { Column } from './model.ts';
import type { PaymentHabit } from './payment-habit.ts';

/** A charge that is to be paid. */
export type DueCharge = { dueOn: string; kopecks: number };

/** What was known on the day of the forecast, besides how he paid. */
export type DebtFacts = {
  asOf: string;
  /** The due date of the oldest charge that is overdue on that day. */
  overdueSince: string | null;
  overdueKopecks: number;
  /** How many times faster the balance fell last week than usually. */
  balanceFall: number | null;
};

const names = [
  'charges',
  'lateShare',
  'meanLateDays',
  'usualDays',
  'recentDays',
  'lastDays',
  'recentLate',
  'amount',
  'relativeAmount',
  'overdueDays',
  'overdueAmount',
  'tenureDays',
  'balanceFall',
] as const;
export type NonpaymentFeature = (typeof names)[number];

export const nonpaymentColumns: readonly (Column & { name: NonpaymentFeature })[] = names.map((name) => ({
  name,
  kind: 'number',
}));

/** The features tell much the same in other words; so much of a ridge keeps their weights from playing it up. */
export const nonpaymentRidge = 10;

/**
 * What non-payment of a charge is foretold from, in the order of `nonpaymentColumns`; NaN: not known. Nothing in it is
 * later than `facts.asOf`, and so the same function serves a night's forecast and the training on what has been.
 */
export function featuresOf(habit: PaymentHabit | null, charge: DueCharge, facts: DebtFacts): Float64Array {
  const last = habit?.lastDays ?? [];
  const recent = last.slice(0, 3);
  const usualKopecks = habit && habit.chargedKopecks > 0 ? habit.chargedKopecks / habit.charges : Number.NaN;
  const { overdueSince, overdueKopecks } = facts;
  const known: Record<NonpaymentFeature, number> = {
    charges: habit?.charges ?? 0,
    lateShare: habit ? habit.late / habit.charges : Number.NaN,
    meanLateDays: habit ? habit.lateDays / habit.charges : Number.NaN,
    usualDays: mean(last),
    recentDays: mean(recent),
    lastDays: last[0] ?? Number.NaN,
    recentLate: recent.filter((days) => days > 0).length,
    amount: Math.log(Math.max(1, charge.kopecks) / 100),
    relativeAmount: Math.log(Math.max(1, charge.kopecks) / usualKopecks),
    overdueDays: overdueSince ? Math.max(0, daysBetween(overdueSince, facts.asOf)) : 0,
    overdueAmount: overdueKopecks > 0 ? overdueKopecks / (usualKopecks || Math.max(1, charge.kopecks)) : 0,
    tenureDays: habit ? daysBetween(habit.firstDueOn, facts.asOf) : 0,
    balanceFall: facts.balanceFall ?? Number.NaN,
  };
  return Float64Array.from(names, (name) => known[name]);
}

function mean(days: readonly number[]): number {
  return days.reduce((sum, one) => sum + one, 0) / days.length;
}
