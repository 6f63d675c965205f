import { z } from 'zod';
import type { Action } from '#app/features/access/can.ts';
import { isAnswerable } from '#app/features/metric/is-answerable.ts';
import {
  type Dimension,
  isMetric,
  type MetricKey,
  metricKeys,
  metricOf,
} from '#app/features/metric/metric.ts';
import { weekdayOf } from '#app/features/shift/work-calendar.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';

export const ownDimensions = [
  'channel',
  'carrier',
  'kind',
  'agent',
  'topic',
  'hour',
  'age',
  'plan',
  'bucket',
] as const satisfies Dimension[];
export const ownSteps = ['day', 'week', 'month'] as const;
export type OwnStep = (typeof ownSteps)[number];
/** Who sees it: its author, those who run the work here, or the client company too. */
export const sharings = ['own', 'staff', 'client'] as const;
export type Sharing = (typeof sharings)[number];

/** `last`: whole units before today; `dates`: of the tenant's zone, both within. */
export type OwnPeriod =
  | { kind: 'last'; count: number; unit: OwnStep }
  | { kind: 'dates'; from: string; to: string };

/** What somebody wants counted: metrics, by what they are taken apart, of which group alone, when, and step by step. */
export type OwnDefinition = {
  metrics: MetricKey[];
  by: Dimension | null;
  where: { dimension: Dimension; key: string } | null;
  period: OwnPeriod;
  step: OwnStep | null;
};

/** Every expected no about reports of one's own. */
export type OwnReportRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'own-report-not-found' }
  /** It is taken apart by people, whom the client company is not shown. */
  | { code: 'report-names-people' }
  | { code: 'too-many-own-reports' };

/** What can be asked for: occupancy is counted with the workload, not with reports. */
export const ownMetrics = metricKeys.filter((key) => metricOf(key).source !== 'occupancy');

export const mostMetrics = 4;
const mostDays = 1100;
const mostSteps = 400;
/** Of a report that is taken apart: each step has every key. */
const mostStepsApart = 92;
/** Weeks are counted of days, of every key and metric. */
const mostDaysApart = 800;
const mostUnits = { day: 400, week: 104, month: 36 } as const;

const Step = z.enum(ownSteps, 'required');
const Key = z.enum(ownDimensions, 'required');
const Period = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('last'),
    count: z.coerce.number('count').int('count').min(1, 'count').max(400, 'count'),
    unit: Step,
  }),
  z.strictObject({ kind: z.literal('dates'), from: z.iso.date('date'), to: z.iso.date('date') }),
]);

export const OwnDefinition = z
  .strictObject({
    metrics: z
      .array(z.string().max(60))
      .min(1, 'required')
      .max(mostMetrics, 'metric-count')
      .refine((keys) => keys.every(isOwnMetric), 'metric'),
    by: Key.nullable(),
    where: z
      .strictObject({ dimension: Key, key: z.string().trim().min(1, 'required').max(80, 'long') })
      .nullable(),
    period: Period,
    step: Step.nullable(),
  })
  .transform((asked) => ({ ...asked, metrics: [...new Set(asked.metrics.filter(isOwnMetric))] }))
  .superRefine((asked, context) => {
    const fault = faultOf(asked);
    if (fault) context.addIssue({ code: 'custom', message: fault.message, path: [fault.field] });
  });

function isOwnMetric(text: string): text is MetricKey {
  return isMetric(text) && ownMetrics.includes(text);
}

/** What each part may be and the whole may not: a period that runs backwards, more rows than anybody reads. */
function faultOf(asked: OwnDefinition): { field: string; message: string } | null {
  const { metrics, by, where, period, step } = asked;
  if (period.kind === 'last' && period.count > mostUnits[period.unit])
    return { field: 'count', message: 'period-long' };
  if (period.kind === 'dates' && period.to < period.from) return { field: 'to', message: 'later-than' };
  const days = daysOf(period);
  if (days > mostDays) return { field: period.kind === 'dates' ? 'to' : 'count', message: 'period-long' };
  if (by !== null && by === where?.dimension) return { field: 'by', message: 'by-itself' };
  if (stepsIn(days, step) > (by === null ? mostSteps : mostStepsApart))
    return { field: 'step', message: 'too-fine' };
  const steps = step === null ? undefined : 'day';
  const daysRead = step === 'day' || step === 'week' ? days : 1;
  if (by !== null && daysRead * metrics.length > mostDaysApart) return { field: 'step', message: 'too-fine' };
  const isUnfit = metrics.some(
    (metric) => !isAnswerable(metric, { by: by ?? undefined, where: where ?? undefined, steps }),
  );
  return isUnfit ? { field: 'metrics', message: 'metric-unfit' } : null;
}

function daysOf(period: OwnPeriod): number {
  if (period.kind === 'dates') return daysBetween(period.from, period.to) + 1;
  return period.count * { day: 1, week: 7, month: 31 }[period.unit];
}

function stepsIn(days: number, step: OwnStep | null): number {
  return step === null ? 1 : Math.ceil(days / { day: 1, week: 7, month: 28 }[step]);
}

/** The dates it is of today: a relative period ends with the last whole day, week (from Monday) or month. */
export function spanOf(period: OwnPeriod, today: string): { from: string; to: string } {
  if (period.kind === 'dates') return { from: period.from, to: period.to };
  const { count, unit } = period;
  if (unit === 'day') return { from: addDays(today, -count), to: addDays(today, -1) };
  if (unit === 'week') {
    const monday = mondayOf(today);
    return { from: addDays(monday, -7 * count), to: addDays(monday, -1) };
  }
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10);
  return { from: first, to: addDays(`${today.slice(0, 7)}-01`, -1) };
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** Whether it tells of colleagues one by one. */
export function namesPeople({ by, where }: Pick<OwnDefinition, 'by' | 'where'>): boolean {
  return by === 'agent' || where?.dimension === 'agent';
}
