import { binOf, quantileCuts } from './bin-column.ts';
import type { Column, Samples } from './model.ts';

/** How a column's values are spread: shares by cuts, one more than cuts, and last of what is missing. */
export type Spread = { name: string; cuts: number[]; shares: number[] };

/** By tenths of a number, by the levels of a category. */
export function spreadOf({ columns, values }: Samples): Spread[] {
  return columns.map((column, index) => {
    const own = values[index] ?? new Float64Array();
    const cuts = cutsOf(column, own);
    return { name: column.name, cuts, shares: sharesBy(cuts, own) };
  });
}

/** The spread of other rows by the same cuts. */
export function sharesBy(cuts: readonly number[], values: Float64Array): number[] {
  const counts = new Array<number>(cuts.length + 2).fill(0);
  for (const value of values) {
    const bin = Number.isNaN(value) ? cuts.length + 1 : binOf(cuts, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => Math.round((1e4 * count) / (values.length || 1)) / 1e4);
}

/**
 * Population stability index of now against then: sum of (now − then) × ln(now ÷ then). Under 0.1 nothing to see, over
 * 0.25 another population. Shares are kept above 1 in 1,000, for an empty bin proves little.
 */
export function stabilityIndex(then: readonly number[], now: readonly number[]): number {
  return then.reduce((sum, share, bin) => {
    const [a, b] = [Math.max(share, 0.001), Math.max(now[bin] ?? 0, 0.001)];
    return sum + (b - a) * Math.log(b / a);
  }, 0);
}

function cutsOf(column: Column, values: Float64Array): number[] {
  if (column.kind === 'category') return column.levels.slice(1).map((_, level) => level + 0.5);
  const cuts = quantileCuts(values, 10);
  const only = values.find((value) => !Number.isNaN(value));
  // Of one value alone: what is below or above it is another.
  return cuts.length > 0 || only === undefined ? cuts : [only - Math.max(1e-9, Math.abs(only) * 1e-9), only];
}
