import type { Column } from './model.ts';

/** A column in few steps: `codes[row]` is the bin; the last bin holds what is missing or a level not known. */
export type Binned = { codes: Uint8Array; bins: number; cuts: number[] };

/** Bin i goes up to and with cut i. */
export function binColumn(column: Column, values: Float64Array, most = 32): Binned {
  if (column.kind === 'category') {
    const missing = column.levels.length;
    return {
      codes: Uint8Array.from(values, (value) => levelOf(value, missing)),
      bins: missing + 1,
      cuts: [],
    };
  }
  const cuts = quantileCuts(values, most);
  const missing = cuts.length + 1;
  const codes = Uint8Array.from(values, (value) => (Number.isNaN(value) ? missing : binOf(cuts, value)));
  return { codes, bins: missing + 1, cuts };
}

/** Where sorted values are cut into `parts` of about equal size; halfway between neighbours, never within a tie. */
export function quantileCuts(values: Float64Array, parts: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts: number[] = [];
  for (let part = 1; part < parts; part++) {
    const value = sorted[Math.floor((part * sorted.length) / parts) - 1];
    if (value === undefined) continue;
    const next = sorted[firstAbove(sorted, value)];
    if (next === undefined) break;
    const cut = (value + next) / 2;
    if (cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
  }
  return cuts;
}

/** The first cut that is not below the value; after the last, one more. */
export function binOf(cuts: ArrayLike<number>, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function levelOf(value: number, missing: number): number {
  return value >= 0 && value < missing ? value : missing;
}
