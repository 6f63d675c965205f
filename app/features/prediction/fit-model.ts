import { fitAdditive } from './additive.ts';
import { uncalibrated } from './calibrate.ts';
import { fitLogistic } from './logistic.ts';
import type { ModelParameters, Samples } from './model.ts';
import type { ModelKind } from './prediction.ts';
import { compileScorer } from './scorer.ts';

/** A model that is learnt from rows; a scorecard is not. */
export type LearntKind = Exclude<ModelKind, 'scorecard'>;

export function fitModel(kind: LearntKind, samples: Samples, ridge?: number): ModelParameters {
  const fit = kind === 'logistic' ? fitLogistic(samples, ridge) : fitAdditive(samples, ridge);
  return { kind, ...fit, calibration: uncalibrated };
}

/** The probability that a model gives to each row. */
export function foretell(model: ModelParameters, { values, labels }: Samples): Float64Array {
  const { probabilityOf } = compileScorer(model);
  const row = new Float64Array(values.length);
  return Float64Array.from(labels, (_, index) => {
    for (const [column, own] of values.entries()) row[column] = own[index] ?? Number.NaN;
    return probabilityOf(row);
  });
}
