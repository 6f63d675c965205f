import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { isKept } from '#db/tenant/queries/kept-rows.ts';
import { listCellSums, type Summed } from '#db/tenant/queries/report-cells.ts';
import { listFactSums } from '#db/tenant/queries/report-fact-sums.ts';
import { listKeptSums } from '#db/tenant/queries/report-readers.ts';
import { figureOf } from './figure.ts';
import { isMeasure, type MeasureKey } from './measure.ts';
import { type Dimension, type Figure, type MetricKey, metricOf } from './metric.ts';
import { readAccuracySums } from './read-accuracy.ts';
import { type Grain, piecesOf, stepsOf } from './span.ts';
import { zoneDays } from './zone-days.ts';

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

/** What comes back within so many days was not solved at first: until then a share of those solved may still fall. */
const repeatDays = 7;
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
    ...(await readOthers(db, asked, metrics, dimension)),
  ];
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
          step,
          numerator: summed(numerator),
          denominator: denominator === null ? null : summed(denominator),
          isProvisional: isProvisional(metric, asked),
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

/** Of what no cells are kept. */
async function readOthers(
  db: TenantDb,
  { from, to, now, timeZone, ...asked }: FiguresAsked,
  metrics: readonly MetricKey[],
  dimension: Dimension | null,
): Promise<Summed[]> {
  const sources = new Set(metrics.map((key) => metricOf(key).source));
  const steps = asked.steps ?? null;
  const { localSql } = zoneDays(timeZone);
  const [since, before] = [midnightOf(from, timeZone), midnightOf(addDays(to, 1), timeZone)];
  const span = { from: new Date(since), before: new Date(before) };
  const kept = await Promise.all(
    [...sources].filter(isKept).map((source) => {
      const own = metrics.filter((key) => metricOf(key).source === source);
      const measures = [...new Set(own.flatMap(partsOf))];
      return listKeptSums(db, source, { measures, dimension, ...span, localSql, steps, now });
    }),
  );
  return [
    ...kept.flat(),
    ...(sources.has('accuracy') ? await readAccuracySums(db, { dimension, ...span, steps, timeZone }) : []),
  ];
}

/** What waits now has no days, and what two groups have in common only facts can tell. */
function isAnswerable(metric: MetricKey, { by, steps, where }: FiguresAsked): boolean {
  const { source, dimensions } = metricOf(metric);
  const fits = [by, where?.dimension].every((one) => !one || dimensions.includes(one));
  if (source === 'cells') return fits;
  if (source === 'backlog') return fits && !steps && !(by && where);
  return fits && source !== 'occupancy' && !(by && where);
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function measuresOf(metric: MetricKey): MeasureKey[] {
  return partsOf(metric).filter(isMeasure);
}

function partsOf(metric: MetricKey): string[] {
  const { numerator, denominator } = metricOf(metric);
  return denominator === null ? [numerator] : [numerator, denominator];
}

function isProvisional(metric: MetricKey, { to, now, timeZone }: FiguresAsked): boolean {
  const until = judgedLater.includes(metric) ? addDays(to, repeatDays) : to;
  return until >= dateAt(now.getTime(), timeZone);
}

function sortedKeys(sums: readonly Summed[]): string[] {
  return [...new Set(sums.map(({ key }) => key))].sort();
}

function nameOf(measure: string, key: string, step: string | null): string {
  return `${measure} ${step} ${key}`;
}
