import type { Figure, Metric } from '#app/features/metric/metric.ts';
import { metricOf } from '#app/features/metric/metric.ts';
import { boundOf, type Threshold } from '#app/features/service-terms/service-terms.ts';

type Direction = 'better' | 'worse' | 'more' | 'less' | 'same';

/** How a number stands to the same of another time, in one word; null: there is nothing to compare. */
export function directionOf(
  figure: Pick<Figure, 'value'>,
  before: Pick<Figure, 'value'> | null,
  better: Metric['better'],
): Direction | null {
  if (figure.value === null || before === null || before.value === null) return null;
  if (figure.value === before.value) return 'same';
  const moved = figure.value > before.value ? 'more' : 'less';
  if (better === null) return moved;
  return moved === better ? 'better' : 'worse';
}

/** Whether a threshold was kept, from whole sums; null: of nothing. */
export function isKept(
  { metric, numerator, denominator }: Pick<Figure, 'metric' | 'numerator' | 'denominator'>,
  { value }: Pick<Threshold, 'value'>,
): boolean | null {
  if (!denominator) return null;
  const sum = metricOf(metric).unit === 'ms' ? numerator : numerator * 1000;
  const above = sum - value * denominator;
  return boundOf(metric) === 'at-most' ? above <= 0 : above >= 0;
}
