/** A feature's weight, or its table of boosted stumps: `cuts` are the upper ends, one value more than cuts. */
export type LogisticParameters = {
  kind: 'logistic' | 'scorecard';
  intercept: number;
  features: { name: string; mean: number; scale: number; weight: number }[];
};
export type AdditiveParameters = {
  kind: 'additive';
  intercept: number;
  features: { name: string; cuts: number[]; values: number[] }[];
};
/** Maps the raw score to a calibrated probability: `1 / (1 + exp(-(slope * score + shift)))`. */
export type ModelParameters = (LogisticParameters | AdditiveParameters) & {
  calibration: { slope: number; shift: number };
};

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
