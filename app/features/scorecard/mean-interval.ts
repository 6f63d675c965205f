import type { Interval } from './wilson-interval.ts';

/** Student's 97.5 % points for 1…30 degrees of freedom; above, the normal one is near enough. */
const t975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** `interval`: within 0…100, 95 % by Student's t; `null`: one review says nothing about the next. */
export type MeanScore = { n: number; mean: number; interval: Interval | null };

/** The plain mean of percents with its interval; `null`: there are none. */
export function meanInterval(percents: readonly number[]): MeanScore | null {
  const n = percents.length;
  if (n === 0) return null;
  const mean = percents.reduce((sum, percent) => sum + percent, 0) / n;
  const half = halfInterval(percents, mean);
  if (half === null) return { n, mean, interval: null };
  return { n, mean, interval: { low: Math.max(0, mean - half), high: Math.min(100, mean + half) } };
}

/** Half of the 95 % interval of a mean, by Student's t; `null`: there are not two values. */
export function halfInterval(values: readonly number[], mean: number): number | null {
  const n = values.length;
  if (n < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return (t975[n - 2] ?? 1.96) * Math.sqrt(squares / (n - 1) / n);
}
