import { fitLogistic } from './logistic.ts';
import type { Calibration } from './model.ts';

export const uncalibrated: Calibration = { slope: 1, shift: 0 };

/**
 * What turns a score into a probability that holds, by Platt's two figures (1999): of a few hundred rows isotonic steps
 * would only be learnt by heart. The scores are of rows that the model was not made from. Never turned round: a score
 * that says nothing is left with the average.
 */
export function calibrate(scores: Float64Array, labels: Uint8Array): Calibration {
  const { intercept, terms } = fitLogistic({
    columns: [{ name: 'score', kind: 'number' }],
    values: [scores],
    labels,
  });
  const [term] = terms;
  if (term?.kind !== 'line' || term.weight <= 0) return { slope: 0, shift: intercept };
  const slope = term.weight / term.scale;
  return { slope, shift: intercept - slope * term.mean };
}
