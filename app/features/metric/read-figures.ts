import { termsOn } from '#app/features/service-terms/service-terms.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listCellSums, type Summed } from '#db/tenant/queries/report-cells.ts';
import { listFactSums } from '#db/tenant/queries/report-fact-sums.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { figureOf } from './figure.ts';
import { isAnswerable } from './is-answerable.ts';
import { isMeasure, type MeasureKey } from './measure.ts';
import { type Dimension, type Figure, type MetricKey, metricOf, partsOf } from './metric.ts';
import { readKeptSums } from './read-kept-sums.ts';
import { type Grain, monthOf, piecesOf, stepsOf } from './span.ts';

type FiguresAsked = {
  metrics: readonly MetricKey[];
  /** Dates of the tenant's zone, both within. */
  from: string;
  to: string;
  by?: Dimension | undefined;
  steps?: Grain | undefined;
  where?: { dimension: Dimension; key: string } | undefined;
  now: Date;
  timeZone: string;
};

/** What comes back within so many days was not solved at first, without terms: until then the share may still fall. */
const usualRepeatDays = 7;
const judgedLater: readonly MetricKey[] = ['firstContactResolution', 'repeatContacts'];

/**
 * Each metric over the span: one figure, or one of every step and of every key that anything was counted of. A metric
 * that cannot be taken apart so has none.
 */
export async function readFigures(db: TenantDb, asked: FiguresAsked): Promise<Figure[]> {
  const dimension = asked.by ?? asked.where?.dimension ?? null;
  const metrics = asked.metrics.filter((key) => isAnswerable(key, asked));
  const sums = [
    ...(await readSums(db, asked, metrics, dimension)),
    ...(await readKeptSums(db, { ...asked, metrics }, dimension)),
  ];
  const repeatDays = metrics.some((key) => judgedLater.includes(key))
    ? await readRepeatDays(db, asked.to)
    : 0;
  const bySum = new Map(sums.map((sum) => [nameOf(sum.measure, sum.key, sum.step), sum.value]));
  const steps = asked.steps ? stepsOf(asked.from, asked.to, asked.steps) : [null];
  return metrics.flatMap((metric) => {
    const { numerator, denominator } = metricOf(metric);
    const own = sums.filter(({ measure }) => measure === numerator || measure === denominator);
    const keys = dimension === null ? [''] : asked.where && !asked.by ? [asked.where.key] : sortedKeys(own);
    return keys.flatMap((key) =>
      steps.map((step) => {
        const summed = (sum: string) => bySum.get(nameOf(sum, key, step)) ?? 0;
        return figureOf({
          metric,
          period: { from: asked.from, to: asked.to },
          dimension,
          key: dimension === null ? null : key,
          ...(asked.by && asked.where ? { within: asked.where } : {}),
          step,
          numerator: summed(numerator),
          denominator: denominator === null ? null : summed(denominator),
          isProvisional: isProvisional(metric, {
            ...asked,
            to: step === null ? asked.to : endOf(step, asked.to),
            repeatDays,
          }),
        });
      }),
    );
  });
}

function readSums(
  db: TenantDb,
  asked: FiguresAsked,
  metrics: readonly MetricKey[],
  dimension: Dimension | null,
): Promise<Summed[]> {
  const { from, to, by, where } = asked;
  const steps = asked.steps ?? null;
  const measures = metrics.flatMap((key) => measuresOf(key));
  if (where && by) return listFactSums(db, { measures, by, where, from: dayOf(from), to: dayOf(to), steps });
  const pieces = steps === 'day' ? [{ grain: 'day', from, to } as const] : piecesOf(from, to);
  return listCellSums(db, {
    measures,
    dimension: dimension ?? 'all',
    key: where?.key ?? null,
    pieces,
    steps,
  });
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function measuresOf(metric: MetricKey): MeasureKey[] {
  return partsOf(metric).filter(isMeasure);
}

/** The last date of a day or month that lies within the span. */
function endOf(step: string, to: string): string {
  const last = step.length === 10 ? step : addDays(`${monthOf(addDays(`${step}-28`, 4))}-01`, -1);
  return last < to ? last : to;
}

async function readRepeatDays(db: TenantDb, on: string): Promise<number> {
  return termsOn(await listServiceTerms(db), on)?.terms.parameters.repeatDays ?? usualRepeatDays;
}

function isProvisional(
  metric: MetricKey,
  { to, now, timeZone, repeatDays }: Pick<FiguresAsked, 'to' | 'now' | 'timeZone'> & { repeatDays: number },
): boolean {
  const until = judgedLater.includes(metric) ? addDays(to, repeatDays) : to;
  return until >= dateAt(now.getTime(), timeZone);
}

function sortedKeys(sums: readonly Summed[]): string[] {
  return [...new Set(sums.map(({ key }) => key))].sort();
}

function nameOf(measure: string, key: string, step: string | null): string {
  return `${measure} ${step} ${key}`;
}
