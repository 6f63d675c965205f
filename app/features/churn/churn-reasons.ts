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
  return Number.isFinite(figure) && figure > 0 ? `${code}:${Math.round(figure)}` : code;
}

export const churnReasonGroups: readonly Group[] = [
  {
    features: ['useGrowth', 'minutes', 'gigabytes'],
    say: ({ useGrowth }, isRaised) => (isRaised ? figured('uses-less', -100 * useGrowth) : 'uses-as-before'),
  },
  {
    features: ['feeGrowth'],
    say: ({ feeGrowth }, isRaised) => (isRaised ? figured('pays-more', 100 * feeGrowth) : 'pays-as-before'),
  },
  {
    features: ['fee', 'feeForUse'],
    say: (_, isRaised) => (isRaised ? 'pays-for-little-use' : 'worth-the-price'),
  },
  {
    features: ['complaints'],
    say: ({ complaints }, isRaised) => (isRaised ? figured('complained', complaints) : 'no-complaints'),
  },
  {
    features: ['refusals', 'requests'],
    say: ({ refusals }, isRaised) => (isRaised ? figured('refusals', refusals) : 'all-done'),
  },
  {
    features: ['waitHours', 'openCases'],
    say: ({ waitHours }, isRaised) => (isRaised ? figured('waited', waitHours) : 'no-waits'),
  },
  { features: ['rating'], say: (_, isRaised) => (isRaised ? 'rated-low' : 'rated-high') },
  {
    features: ['lateShare', 'lateDays', 'overdueDays'],
    say: ({ lateDays }, isRaised) => (isRaised ? figured('pays-late', lateDays) : 'pays-in-time'),
  },
  { features: ['balance'], say: (_, isRaised) => (isRaised ? 'balance-low' : 'balance-enough') },
  { features: ['contacts'], say: (_, isRaised) => (isRaised ? 'contacts-often' : 'contacts-seldom') },
  {
    features: ['tenureMonths'],
    say: ({ tenureMonths }, isRaised) => figured(isRaised ? 'new-line' : 'long-with-us', tenureMonths),
  },
  { features: ['absences'], say: (_, isRaised) => (isRaised ? 'left-before' : 'never-left') },
  { features: ['tariff'], say: () => 'tariff' },
  { features: ['carrier'], say: () => 'carrier' },
];
