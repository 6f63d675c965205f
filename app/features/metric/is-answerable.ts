import { type Dimension, type MetricKey, metricOf } from './metric.ts';
import type { Grain } from './span.ts';

type Asked = {
  by?: Dimension | undefined;
  steps?: Grain | undefined;
  where?: { dimension: Dimension; key: string } | undefined;
};

/** What waits now has no days, and what two groups have in common only facts can tell. */
export function isAnswerable(metric: MetricKey, { by, steps, where }: Asked): boolean {
  const { source, dimensions } = metricOf(metric);
  const fits = [by, where?.dimension].every((one) => !one || dimensions.includes(one));
  if (source === 'cells') return fits;
  if (source === 'backlog') return fits && !steps && !(by && where);
  return fits && source !== 'occupancy' && !(by && where);
}
