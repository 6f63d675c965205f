import { z } from 'zod';
import { type Metric, type MetricKey, metricKeys, metricOf } from '#app/features/metric/metric.ts';

const whole = (max: number) => z.number({ error: 'other' }).int('other').min(0, 'other').max(max, 'other');
const daySeconds = 86_400;
const mostKopecks = 100_000_000_000;

/** What the metrics of a tenant count by. */
const TermParameters = z.strictObject({
  /** X of service level X/Y: answered within so many seconds. */
  answeredWithinS: whole(daySeconds),
  /** Whoever hung up before so many seconds is not counted as offered; 0: everybody counts. */
  shortAbandonS: whole(600),
  /** Within so many days a second contact about the same is a repeat. */
  repeatDays: whole(60).min(1, 'other'),
  chatFirstAnswerS: whole(daySeconds),
});
type TermParameters = z.infer<typeof TermParameters>;

/** What a promise is made of: quotients, whose difference from a threshold has steps. */
export type PromisedUnit = Extract<Metric['unit'], 'share' | 'score' | 'ms'>;
const promisedUnits: readonly Metric['unit'][] = ['share', 'score', 'ms'] satisfies PromisedUnit[];
export const promisedMetrics = metricKeys.filter((key) => promisedUnits.includes(metricOf(key).unit));

/** `target` is looked at and costs nothing. */
export const bounds = ['at-least', 'at-most', 'target'] as const;
type Bound = (typeof bounds)[number];

/** What a promise of a metric can only be: more of what is better. */
export function boundOf(metric: MetricKey): Exclude<Bound, 'target'> {
  return metricOf(metric).better === 'less' ? 'at-most' : 'at-least';
}

/** What is promised of one metric. */
export const Threshold = z
  .strictObject({
    metric: z.enum(promisedMetrics, 'required'),
    bound: z.enum(bounds),
    /** Of a share or a score thousandths, of a time milliseconds; a score may be below zero. */
    value: z.number({ error: 'other' }).int('other').min(-1000, 'other').max(100_000_000, 'other'),
    /** For every started step beyond the threshold, see stepOf. */
    penaltyKopecks: whole(mostKopecks),
    bonusKopecks: whole(mostKopecks),
  })
  .refine(({ metric, bound }) => bound === 'target' || bound === boundOf(metric), {
    path: ['bound'],
    message: 'other',
  });
export type Threshold = z.infer<typeof Threshold>;

export const ServiceTerms = z.strictObject({
  parameters: TermParameters,
  feeKopecks: whole(mostKopecks),
  /** No month costs more than this part of its fee, and none brings more than that, in thousandths. */
  mostPenaltyPerMille: whole(1000),
  mostBonusPerMille: whole(1000),
  thresholds: z
    .array(Threshold)
    .max(40, 'long')
    .refine((all) => new Set(all.map(({ metric }) => metric)).size === all.length, 'other'),
});
export type ServiceTerms = z.infer<typeof ServiceTerms>;

/** Until a contract says otherwise, what the trade counts by. */
export const firstParameters: TermParameters = {
  answeredWithinS: 20,
  shortAbandonS: 5,
  repeatDays: 7,
  chatFirstAnswerS: 60,
};

/** The version that holds on a date; null: no contract held yet. */
export function termsOn<Version extends { effectiveFrom: string }>(
  versions: readonly Version[],
  on: string,
): Version | null {
  return versions.reduce<Version | null>(
    (last, one) =>
      one.effectiveFrom <= on && (!last || last.effectiveFrom < one.effectiveFrom) ? one : last,
    null,
  );
}
