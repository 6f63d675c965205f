import type { Spread } from './drift.ts';
import type { CalibrationBin } from './metrics.ts';
import type { ModelKind } from './prediction.ts';

/**
 * A column a model is made from. What a category may be is known beforehand; a value is the index of its level.
 * `isHindsight`: whether it is known of an earlier day depends on what came later, so that what is missing stands for the
 * average and moves nothing: a model would learn the future from it.
 */
export type Column = { name: string; isHindsight?: boolean } & (
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

/** How good a model was on rows later than all it was made from. */
export type Rung = { kind: ModelKind; auc: number; brier: number };

/** What a model was made from and how good it was on what came after. Dates of the tenant's zone; shares within 0…1. */
export type TrainingCard = {
  /** Of how many debts, or lines, earlier forecasts were replayed; how many of these, and how often it then happened. */
  subjects: number;
  rows: number;
  happened: number;
  from: string;
  until: string;
  /** Rows from then on judged it; they made no part of it. */
  heldOutFrom: string;
  heldOut: number;
  heldOutHappened: number;
  auc: number;
  /** The 95 % interval of the AUC. */
  aucLow: number;
  aucHigh: number;
  brier: number;
  calibrationError: number;
  calibration: CalibrationBin[];
  /** All that were tried on the same rows, from the simplest. */
  rungs: Rung[];
  /** Of the model that was in force until then, on the same rows; null: it was made of some of them, or there was none. */
  beaten: Rung | null;
  /** How far a feature moves one forecast from another: its spread, log odds; the strongest first. */
  weights: { name: string; weight: number }[];
  /** How the features of the rows that judged were spread: drift is measured against it. */
  base: Spread[];
};

/** Told beside every use of a model; a scorecard was made from experience, not from charges. */
export type ModelCard = { training: TrainingCard | null };
