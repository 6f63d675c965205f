import { addDays } from '#app/features/sla/calendar-date.ts';
import type { TenantDb } from '#db/open.ts';
import { isKept, type KeptSource } from '#db/tenant/queries/kept-rows.ts';
import type { Summed } from '#db/tenant/queries/report-cells.ts';
import { listKeptSums } from '#db/tenant/queries/report-readers.ts';
import { keptSpanOf } from './kept-span.ts';
import { type Dimension, type MetricKey, metricOf, partsOf } from './metric.ts';
import { readAccuracySums } from './read-accuracy.ts';
import type { Grain } from './span.ts';
import { zoneDays } from './zone-days.ts';

type Asked = {
  metrics: readonly MetricKey[];
  from: string;
  to: string;
  steps?: Grain | undefined;
  now: Date;
  timeZone: string;
};

/** Of what no cells are kept. */
export async function readKeptSums(
  db: TenantDb,
  asked: Asked,
  dimension: Dimension | null,
): Promise<Summed[]> {
  const [span, steps] = [keptSpanOf(asked), asked.steps ?? null];
  const { localSql } = zoneDays(asked.timeZone);
  const measuresFrom = (source: string) =>
    asked.metrics.filter((key) => metricOf(key).source === source).flatMap(partsOf);
  const readKept = (source: KeptSource, measures: readonly string[], within = span) =>
    listKeptSums(db, { source, measures: [...new Set(measures)], dimension, span: within, localSql, steps });
  const sources = new Set(asked.metrics.map((key) => metricOf(key).source));
  const kept = [...sources].filter(isKept).map((source) => readKept(source, measuresFrom(source)));
  if (sources.has('churn')) {
    const dayBefore = addDays(asked.from, -1);
    const atStart = await readKept('base', ['active'], { ...span, from: dayBefore, to: dayBefore });
    kept.push(
      readKept('departures', ['left']).then((left) => left.map((sum) => ({ ...sum, measure: 'churned' }))),
      Promise.resolve(atStart.map((sum) => ({ ...sum, measure: 'atStart' }))),
    );
  }
  if (sources.has('accuracy'))
    kept.push(readAccuracySums(db, { dimension, ...span, steps, timeZone: asked.timeZone }));
  return (await Promise.all(kept)).flat();
}
