import type { ModelKind } from './prediction.ts';

/** A column a model is made from. What a category may be is known beforehand; a value is the index of its level. */
export type Column = { name: string } & (
  | { kind: 'number' }
  | { kind: 'category'; levels: readonly string[] }
);

/** Rows by column: `values[column][row]`, NaN where it is missing; `labels[row]` is 1 where it happened. */
export type Samples = { columns: readonly Column[]; values: readonly Float64Array[]; labels: Uint8Array };

/**
 * What one column adds to the score, in log odds against the average row.
 * `line`: weight × (value − mean) ÷ scale. `steps`: value i up to and with cut i, one value more than cuts.
 * `levels`: a value a level.
 */
export type Term = { name: string; missing: number } & (
  | { kind: 'line'; mean: number; scale: number; weight: number }
  | { kind: 'steps'; cuts: readonly number[]; values: readonly number[] }
  | { kind: 'levels'; levels: readonly string[]; values: readonly number[] }
);
export type Fit = { intercept: number; terms: Term[] };

/** The score's calibration: probability = 1 ÷ (1 + exp(−(slope × score + shift))). */
export type Calibration = { slope: number; shift: number };
export type ModelParameters = Fit & { kind: ModelKind; calibration: Calibration };

/** What a model was made from and how good it was on what came after, told beside every use of it. */
export type ModelCard = {
  rows: number;
  positives: number;
  from: string;
  until: string;
  heldOutFrom: string;
  auc: number;
  brier: number;
  calibrationError: number;
  /** The simpler models' AUC on the same held-out part. */
  rivals: { kind: string; auc: number; brier: number }[];
  /** Share of each feature's values by tenths when trained: drift is measured against it. */
  base: { name: string; cuts: number[]; shares: number[] }[];
};
