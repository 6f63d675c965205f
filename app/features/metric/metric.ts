import { dimensionsOf, type MeasureKey, measureOf } from './measure.ts';

/**
 * By what a number is taken apart. `hour`: of the day, `00`…`23`; `age`: whole days of what
 * waits, see ageBands; `bucket`: of what is owed; `plan`: a tariff's name.
 */
const dimensions = ['channel', 'carrier', 'kind', 'agent', 'topic', 'hour', 'age', 'plan', 'bucket'] as const;
export type Dimension = (typeof dimensions)[number];

/** Shares are 0…1; `score`: a sum of plus and minus over those asked, as NPS. */
export type Unit = 'count' | 'share' | 'ms' | 'kopecks' | 'score';

/** Where a number comes from: the cells that are kept, or a reader of its own. */
type Source =
  | ('cells' | 'accuracy' | 'occupancy' | 'churn')
  | ('backlog' | 'goodwill' | 'lessons')
  | ('base' | 'joined' | 'departures' | 'returns' | 'saves')
  | ('payments' | 'promises' | 'overdue' | 'rolls');

export type Metric = {
  unit: Unit;
  better: 'more' | 'less' | null;
  source: Source;
  /** Of cells: the measures. Of another source: how it calls its numbers. */
  numerator: string;
  denominator: string | null;
  /** What one unit of the denominator, or else of the numerator, is: they are never mixed. */
  counts: 'events' | 'cases' | 'requests' | 'people' | 'lines' | 'debts' | 'kopecks';
  /** Whose number it is. */
  owner: 'agent' | 'queue' | 'carrier' | 'client';
  /** The version of the registry that has had it, as it is, first. */
  since: 1;
  dimensions: readonly Dimension[];
  /** The list behind it; empty: it has none. */
  opens: 'cases' | 'requests' | 'contacts' | 'lines' | 'decisions' | 'reviews' | 'debts' | null;
};

type Named = Pick<Metric, 'unit' | 'better' | 'owner'>;
const opensOf = { case: 'cases', clock: 'cases', request: 'requests', contact: 'contacts' } as const;
const countsOf = { case: 'cases', clock: 'events', request: 'requests', contact: 'events' } as const;

function counted(
  unit: Metric['unit'],
  better: Metric['better'],
  owner: Metric['owner'],
  [numerator, denominator]: readonly [MeasureKey, MeasureKey?],
): Metric {
  const { of } = measureOf(denominator ?? numerator);
  const named: Named = { unit, better, owner };
  const sums = { source: 'cells', numerator, denominator: denominator ?? null, since: 1 } as const;
  return { ...named, ...sums, counts: countsOf[of], dimensions: dimensionsOf[of], opens: opensOf[of] };
}

const byWork = ['channel', 'carrier', 'kind', 'agent', 'topic'] as const;
const accuracy = (family: string): Metric => ({
  unit: 'share',
  better: 'more',
  owner: 'agent',
  source: 'accuracy',
  since: 1,
  numerator: family,
  denominator: `${family}Reviewed`,
  counts: 'events',
  dimensions: ['agent', 'channel'],
  opens: 'reviews',
});
const backlog = (numerator: string): Metric => ({
  ...kept('count', 'less', 'queue', ['backlog', numerator, null], 'cases'),
  counts: 'cases',
  dimensions: [...byWork, 'age'],
});

const ofLine = (better: Metric['better'], of: readonly [Source, string]): Metric => ({
  ...kept('count', better, 'client', [...of, null], 'lines'),
  counts: 'lines',
  dimensions: ['carrier', 'plan'],
});
const ofDebt = (
  unit: Metric['unit'],
  better: Metric['better'],
  of: readonly [Source, string, string | null],
): Metric => ({ ...kept(unit, better, 'client', of, 'debts'), counts: 'debts', dimensions: [] });

/** What is counted where it is kept. */
function kept(
  unit: Metric['unit'],
  better: Metric['better'],
  owner: Metric['owner'],
  [source, numerator, denominator]: readonly [Source, string, string | null],
  opens: Metric['opens'],
): Metric {
  const parts = { source, numerator, denominator, since: 1 } as const;
  return { unit, better, owner, ...parts, counts: 'events', dimensions: byWork, opens };
}

/** Every number of every report. What each is in words stands in the texts of `metric`. */
export const metrics = {
  serviceLevel: counted('share', 'more', 'queue', ['answeredInTime', 'offered']),
  offered: counted('count', null, 'client', ['offered']),
  answered: counted('count', 'more', 'queue', ['answered']),
  answeredShare: counted('share', 'more', 'queue', ['answered', 'offered']),
  abandoned: counted('share', 'less', 'queue', ['abandoned', 'offered']),
  shortAbandoned: counted('count', null, 'client', ['shortAbandoned']),
  speedOfAnswer: counted('ms', 'less', 'queue', ['waitMs', 'answered']),
  handlingTime: counted('ms', 'less', 'agent', ['handlingMs', 'answered']),
  contacts: counted('count', null, 'client', ['contacts']),
  repeatContacts: counted('share', 'less', 'agent', ['repeatContacts', 'contacts']),
  firstContactResolution: counted('share', 'more', 'agent', ['solvedAtFirst', 'firstLineContacts']),
  missedChats: counted('share', 'less', 'queue', ['missedChats', 'chats']),
  occupancy: {
    unit: 'share',
    better: 'less',
    owner: 'agent',
    source: 'occupancy',
    since: 1,
    numerator: 'handlingMs',
    denominator: 'presentMs',
    counts: 'people',
    dimensions: ['agent'],
    opens: null,
  },
  firstResponse: counted('share', 'more', 'queue', ['firstResponseMet', 'firstResponseDue']),
  nextResponse: counted('share', 'more', 'queue', ['nextResponseMet', 'nextResponseDue']),
  resolution: counted('share', 'more', 'queue', ['resolutionMet', 'resolutionDue']),
  carrierPart: counted('share', 'more', 'carrier', ['carrierMet', 'carrierDue']),
  opened: counted('count', null, 'client', ['opened']),
  solved: counted('count', 'more', 'queue', ['solved']),
  timeToSolve: counted('ms', 'less', 'queue', ['solveMs', 'solved']),
  solvedOnFirstLine: counted('share', 'more', 'queue', ['solvedOnFirstLine', 'solved']),
  reopened: counted('count', 'less', 'agent', ['reopened']),
  complaints: counted('count', 'less', 'client', ['complaints']),
  complaintShare: counted('share', 'less', 'client', ['complaints', 'opened']),
  backlog: backlog('open'),
  backlogLate: backlog('late'),
  satisfaction: counted('share', 'more', 'agent', ['satisfied', 'rated']),
  recommendation: counted('score', 'more', 'client', ['npsBalance', 'npsAsked']),
  accuracyCustomer: accuracy('customer'),
  accuracyBusiness: accuracy('business'),
  accuracyCompliance: accuracy('compliance'),
  requestsReceived: counted('count', null, 'client', ['requestsReceived']),
  requestsDone: counted('share', 'more', 'carrier', ['requestsDone', 'requestsFinished']),
  requestsRefused: counted('share', 'less', 'carrier', ['requestsRefused', 'requestsFinished']),
  requestsManual: counted('count', 'less', 'carrier', ['requestsManual']),
  requestLead: counted('ms', 'less', 'queue', ['leadMs', 'requestsDone']),
  carrierTime: counted('ms', 'less', 'carrier', ['carrierMs', 'requestsDone']),
  activeBase: ofLine('more', ['base', 'active']),
  linesJoined: ofLine('more', ['joined', 'joined']),
  linesReturned: ofLine('more', ['returns', 'returned']),
  linesLeft: ofLine('less', ['departures', 'left']),
  churnRate: { ...ofLine('less', ['churn', 'churned']), unit: 'share', denominator: 'atStart' },
  leavingTalks: ofLine(null, ['saves', 'talks']),
  savedShare: { ...ofLine('more', ['saves', 'saved']), unit: 'share', denominator: 'talks' },
  debtOverdue: { ...ofDebt('kopecks', 'less', ['overdue', 'overdue', null]), dimensions: ['bucket'] },
  debtCollected: ofDebt('kopecks', 'more', ['payments', 'collected', null]),
  promisesKept: ofDebt('share', 'more', ['promises', 'kept', 'promised']),
  rollRate: {
    ...ofDebt('share', 'less', ['rolls', 'rolledKopecks', 'stoodKopecks']),
    dimensions: ['bucket'],
    counts: 'kopecks',
  },
  cureRate: { ...ofDebt('share', 'more', ['rolls', 'cured', 'stood']), dimensions: ['bucket'] },
  lessons: kept('count', null, 'client', ['lessons', 'lessons', null], 'cases'),
  goodwill: kept('kopecks', null, 'agent', ['goodwill', 'given', null], 'decisions'),
  goodwillDecisions: kept('count', null, 'agent', ['goodwill', 'decisions', null], 'decisions'),
  goodwillStayed: kept('share', 'more', 'agent', ['goodwill', 'stayed', 'known'], 'decisions'),
  goodwillSatisfied: kept(
    'share',
    'more',
    'agent',
    ['goodwill', 'satisfiedAfter', 'ratedAfter'],
    'decisions',
  ),
} as const satisfies Record<string, Metric>;
export type MetricKey = keyof typeof metrics;
export const metricKeys = Object.keys(metrics) as MetricKey[];

export function metricOf(key: MetricKey): Metric {
  return metrics[key];
}

/** What its sums are called: of cells, the measures. */
export function partsOf(key: MetricKey): string[] {
  const { numerator, denominator } = metricOf(key);
  return denominator === null ? [numerator] : [numerator, denominator];
}

export function isMetric(text: string): text is MetricKey {
  return Object.hasOwn(metrics, text);
}

/**
 * One number. `period`: dates of the tenant's zone, both within; `step`: the day or month it is of, where asked for
 * step by step; `key`: of the dimension it was taken apart by, `-` where that is not known.
 */
export type Figure = {
  metric: MetricKey;
  period: { from: string; to: string };
  dimension: Dimension | null;
  key: string | null;
  /** Of this group alone, which is taken apart by the dimension. */
  within?: { dimension: Dimension; key: string };
  step: string | null;
  numerator: number;
  /** `null`: the number is a count or a sum, and has none. */
  denominator: number | null;
  /** In the metric's unit; `null`: of nothing. */
  value: number | null;
  /** 95 %, of shares. */
  interval: [low: number, high: number] | null;
  /** Not the last word: the window for coming back is open, or the day is not over. */
  isProvisional: boolean;
};
