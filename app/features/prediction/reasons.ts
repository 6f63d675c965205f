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
type Group = { features: NonpaymentFeature[]; raises(known: Known): Reason; lowers(known: Known): Reason };

/** Features that say the same in other words are one reason. */
const groups: Group[] = [
  {
    features: ['lateShare', 'meanLateDays', 'usualDays', 'recentDays', 'lastDays', 'recentLate'],
    raises: sayLate,
    lowers: () => 'pays-in-time',
  },
  {
    features: ['overdueDays', 'overdueAmount'],
    raises: ({ overdueDays }) => `overdue-now:${overdueDays}`,
    lowers: ({ overdueDays }) => (overdueDays > 0 ? `overdue-now:${overdueDays}` : 'nothing-overdue'),
  },
  {
    features: ['amount', 'relativeAmount'],
    raises: () => 'larger-charge',
    lowers: () => 'smaller-charge',
  },
  {
    features: ['charges', 'tenureDays'],
    raises: ({ charges }) => `short-history:${charges}`,
    lowers: ({ charges }) => `long-history:${charges}`,
  },
  { features: ['balanceFall'], raises: () => 'balance-falls', lowers: () => 'balance-steady' },
];

function sayLate({ recentLate, lateShare, charges, usualDays }: Known): Reason {
  if (recentLate > 0) return `late-recently:${recentLate}`;
  const late = Math.round(lateShare * charges);
  if (late > 0) return `late-before:${late}`;
  return usualDays > 0 ? 'pays-late' : 'pays-at-the-last-moment';
}

const groupOf = nonpaymentColumns.map(({ name }) =>
  groups.findIndex(({ features }) => features.includes(name)),
);

/**
 * The three groups that moved the forecast most, the strongest first. `contributions`: of each feature, log odds against
 * the average; a group that moved it by less than a tenth is none.
 */
export function reasonsOf(features: ArrayLike<number>, contributions: ArrayLike<number>): Reason[] {
  const sums = new Float64Array(groups.length);
  for (const [index, group] of groupOf.entries())
    sums[group] = (sums[group] ?? 0) + (contributions[index] ?? 0);
  const strongest = [...groups.keys()]
    .filter((group) => Math.abs(sums[group] ?? 0) >= 0.1)
    .sort((a, b) => Math.abs(sums[b] ?? 0) - Math.abs(sums[a] ?? 0))
    .slice(0, 3);
  const known = Object.fromEntries(
    nonpaymentColumns.map(({ name }, index) => [name, features[index]]),
  ) as Known;
  return strongest.flatMap((group) => {
    const own = groups[group];
    return own ? [(sums[group] ?? 0) > 0 ? own.raises(known) : own.lowers(known)] : [];
  });
}
