import { wilsonInterval } from '#app/features/scorecard/wilson-interval.ts';
import { type Figure, metricOf } from './metric.ts';

/** A number of its parts: their quotient, or the numerator alone where there is no denominator. */
export function figureOf(parts: Omit<Figure, 'value' | 'interval'>): Figure {
  return { ...parts, value: quotientOf(parts), interval: intervalOf(parts) };
}

function quotientOf({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

/** Wilson's, 95 %; only of shares of what is counted one by one, and of something. */
function intervalOf({
  metric,
  numerator,
  denominator,
}: Omit<Figure, 'value' | 'interval'>): Figure['interval'] {
  const { unit, counts } = metricOf(metric);
  if (unit !== 'share' || counts === 'kopecks' || !denominator || numerator > denominator) return null;
  const { low, high } = wilsonInterval(numerator, denominator);
  return [low, high];
}
