import type { ModelCard } from '#app/features/prediction/model.ts';
import type { RiskBand } from './churn.ts';

/** Times the share that leaves anyway. */
const bounds = { medium: 1.5, high: 3 };

/** `usual`: the share that left within the horizon of those who judged the model. */
export function bandOf(probability: number, usual: number): RiskBand {
  if (probability >= bounds.high * usual) return 'high';
  return probability >= bounds.medium * usual ? 'medium' : 'low';
}

/** Of experience: the share that leaves within the horizon where no model was ever judged. */
const usualShare = 0.04;

/** The share that leaves anyway, as a model's card tells it. */
export function usualOf({ card: { training } }: { card: ModelCard }): number {
  return training && training.heldOut > 0 ? training.heldOutHappened / training.heldOut : usualShare;
}
