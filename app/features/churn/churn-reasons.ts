import type { ReasonGroup } from '#app/features/prediction/group-reasons.ts';
import type { LineFeature, LineNumber } from './line-features.ts';

/** What speaks for or against a departure; the words of each are made from it when it is shown. */
export const churnReasonCodes = [
  'uses-less',
  'uses-as-before',
  'pays-more',
  'pays-as-before',
  'pays-for-little-use',
  'worth-the-price',
  'complained',
  'no-complaints',
  'refusals',
  'all-done',
  'waited',
  'no-waits',
  'rated-low',
  'rated-high',
  'pays-late',
  'pays-in-time',
  'balance-low',
  'balance-enough',
  'contacts-often',
  'contacts-seldom',
  'new-line',
  'long-with-us',
  'left-before',
  'never-left',
  'tariff',
  'carrier',
] as const;
export type ChurnReasonCode = (typeof churnReasonCodes)[number];
/** A code, and the figure of it where it has one: `uses-less:40` percent. */
export type ChurnReason = ChurnReasonCode | `${ChurnReasonCode}:${number}`;

type Group = ReasonGroup<LineFeature, Record<LineNumber, number>, ChurnReason>;

/** The figure is told only where it is one. */
function figured(code: ChurnReasonCode, figure: number): ChurnReason {
  return Math.round(figure) > 0 ? `${code}:${Math.round(figure)}` : code;
}

/** Figures up to which something is not worth saying of a line: shares, hours, months, times, stars. */
const least = {
  change: 0.05,
  waitHours: 1,
  longHours: 24,
  newMonths: 24,
  longMonths: 12,
  often: 2,
  goodStars: 4,
};

/** What is not known is NaN, and no comparison with it holds: then nothing is said. */
export const churnReasonGroups: readonly Group[] = [
  {
    features: ['useGrowth'],
    say: ({ useGrowth }, isRaised) =>
      isRaised
        ? given(useGrowth < -least.change, figured('uses-less', -100 * useGrowth))
        : given(useGrowth > -2 * least.change, 'uses-as-before'),
  },
  {
    features: ['feeGrowth'],
    say: ({ feeGrowth }, isRaised) =>
      isRaised
        ? given(feeGrowth > least.change, figured('pays-more', 100 * feeGrowth))
        : given(feeGrowth <= least.change, 'pays-as-before'),
  },
  {
    features: ['fee', 'feeForUse', 'minutes', 'gigabytes'],
    say: ({ feeForUse }, isRaised) =>
      given(feeForUse >= 0, isRaised ? 'pays-for-little-use' : 'worth-the-price'),
  },
  {
    features: ['complaints'],
    say: ({ complaints }, isRaised) =>
      isRaised
        ? given(complaints > 0, figured('complained', complaints))
        : given(complaints === 0, 'no-complaints'),
  },
  {
    features: ['refusals'],
    say: ({ refusals, requests }, isRaised) =>
      isRaised
        ? given(refusals > 0, figured('refusals', refusals))
        : given(refusals === 0 && requests > 0, 'all-done'),
  },
  {
    features: ['waitHours', 'openCases'],
    say: ({ waitHours }, isRaised) =>
      isRaised
        ? given(waitHours >= least.waitHours, figured('waited', waitHours))
        : given(!(waitHours >= least.longHours), 'no-waits'),
  },
  {
    features: ['rating'],
    say: ({ rating }, isRaised) =>
      isRaised
        ? given(rating < least.goodStars, 'rated-low')
        : given(rating >= least.goodStars, 'rated-high'),
  },
  {
    features: ['lateShare', 'lateDays', 'overdueDays'],
    say: ({ lateDays }, isRaised) =>
      isRaised ? given(lateDays > 0, figured('pays-late', lateDays)) : given(lateDays === 0, 'pays-in-time'),
  },
  {
    features: ['balance'],
    say: ({ balance }, isRaised) =>
      given(!Number.isNaN(balance), isRaised ? 'balance-low' : 'balance-enough'),
  },
  {
    features: ['contacts', 'requests'],
    say: ({ contacts, requests }, isRaised) =>
      isRaised
        ? given(contacts + requests >= least.often, 'contacts-often')
        : given(contacts + requests < least.often, 'contacts-seldom'),
  },
  {
    features: ['tenureMonths'],
    say: ({ tenureMonths }, isRaised) =>
      isRaised
        ? given(tenureMonths < least.newMonths, figured('new-line', tenureMonths))
        : given(tenureMonths >= least.longMonths, figured('long-with-us', tenureMonths)),
  },
  {
    features: ['absences'],
    say: ({ absences }, isRaised) =>
      isRaised ? given(absences > 0, 'left-before') : given(absences === 0, 'never-left'),
  },
  { features: ['tariff'], say: () => 'tariff' },
  { features: ['carrier'], say: () => 'carrier' },
];

function given(isTrue: boolean, reason: ChurnReason): ChurnReason | null {
  return isTrue ? reason : null;
}
