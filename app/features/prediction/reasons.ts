import { type ReasonGroup, strongestReasons } from './group-reasons.ts';
import { type NonpaymentFeature, nonpaymentColumns } from './nonpayment-features.ts';

/** What speaks for or against a payment in time; the words of each are made from it when it is shown. */
export const reasonCodes = [
  'late-before',
  'late-recently',
  'pays-late',
  'pays-at-the-last-moment',
  'pays-in-time',
  'overdue-now',
  'nothing-overdue',
  'larger-charge',
  'smaller-charge',
  'short-history',
  'long-history',
  'balance-falls',
  'balance-steady',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A code, and the figure of it where it has one: `late-recently:2`. */
export type Reason = `${ReasonCode}` | `${ReasonCode}:${number}`;

type Known = Record<NonpaymentFeature, number>;
type Group = ReasonGroup<NonpaymentFeature, Known, Reason>;

/** Features that say the same in other words are one reason. */
const groups: Group[] = [
  {
    features: ['lateShare', 'meanLateDays', 'usualDays', 'recentDays', 'lastDays', 'recentLate'],
    say: (known, isRaised) => (isRaised ? sayLate(known) : 'pays-in-time'),
  },
  {
    features: ['overdueDays', 'overdueAmount'],
    say: ({ overdueDays }, isRaised) =>
      isRaised || overdueDays > 0 ? `overdue-now:${overdueDays}` : 'nothing-overdue',
  },
  {
    features: ['amount', 'relativeAmount'],
    say: (_, isRaised) => (isRaised ? 'larger-charge' : 'smaller-charge'),
  },
  {
    features: ['charges', 'tenureDays'],
    say: ({ charges }, isRaised) => (isRaised ? `short-history:${charges}` : `long-history:${charges}`),
  },
  { features: ['balanceFall'], say: (_, isRaised) => (isRaised ? 'balance-falls' : 'balance-steady') },
];

function sayLate({ recentLate, lateShare, charges, usualDays }: Known): Reason {
  if (recentLate > 0) return `late-recently:${recentLate}`;
  const late = Math.round(lateShare * charges);
  if (late > 0) return `late-before:${late}`;
  return usualDays > 0 ? 'pays-late' : 'pays-at-the-last-moment';
}

const placeOf = new Map(nonpaymentColumns.map(({ name }, place) => [name, place]));

/** The three groups that moved the forecast most. `contributions`: of each feature, in the order of the columns. */
export function reasonsOf(features: ArrayLike<number>, contributions: ArrayLike<number>): Reason[] {
  const known = Object.fromEntries(
    nonpaymentColumns.map(({ name }, index) => [name, features[index]]),
  ) as Known;
  return strongestReasons(groups, known, (feature) => contributions[placeOf.get(feature) ?? -1] ?? 0);
}
