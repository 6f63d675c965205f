import { type Dimension, type MetricKey, metricOf } from './metric.ts';
import type { Grain } from './span.ts';

type Asked = {
  by?: Dimension | undefined;
  steps?: Grain | undefined;
  where?: { dimension: Dimension; key: string } | undefined;
};

/** They say what stood at the end of a span, or is reckoned from that: they have no days. */
const standing = ['backlog', 'base', 'churn', 'overdue', 'rolls'];

/** What stands has no days, and what two groups have in common only facts can tell. */
export function isAnswerable(metric: MetricKey, { by, steps, where }: Asked): boolean {
  const { source, dimensions } = metricOf(metric);
  const fits = [by, where?.dimension].every((one) => !one || dimensions.includes(one));
  if (source === 'cells') return fits;
  if (standing.includes(source)) return fits && !steps && !(by && where);
  return fits && source !== 'occupancy' && !(by && where);
}
