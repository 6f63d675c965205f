import { strongestReasons } from '#app/features/prediction/group-reasons.ts';
import type { ModelParameters } from '#app/features/prediction/model.ts';
import { compileScorer } from '#app/features/prediction/scorer.ts';
import type { RiskBand } from './churn.ts';
import { type ChurnReason, churnReasonGroups } from './churn-reasons.ts';
import { churnRowReader } from './line-columns.ts';
import type { LineFeatures } from './line-features.ts';
import { bandOf } from './risk-band.ts';

/** `probability`: to leave within the horizon, 0…1. `inputs`: in the order of the model's terms; null: not known. */
export type LineScore = {
  probability: number;
  band: RiskBand;
  reasons: ChurnReason[];
  inputs: (number | null)[];
};

/** Made once for many lines. `usual`: the share that leaves anyway. */
export function openChurnScores(
  model: ModelParameters,
  usual: number,
): (features: LineFeatures) => LineScore {
  const { probabilityOf, contributions } = compileScorer(model);
  const rowOf = churnRowReader(model);
  const places = new Map(model.terms.map(({ name }, place) => [name, place]));
  const { slope } = model.calibration;
  const contributionOf = (feature: string) => slope * (contributions[places.get(feature) ?? -1] ?? 0);
  return (features) => {
    const row = rowOf(features);
    const probability = Math.round(probabilityOf(row) * 1e4) / 1e4;
    return {
      probability,
      band: bandOf(probability, usual),
      reasons: strongestReasons(churnReasonGroups, features.numbers, contributionOf),
      inputs: Array.from(row, (value) => (Number.isNaN(value) ? null : Math.round(value * 100) / 100)),
    };
  };
}
