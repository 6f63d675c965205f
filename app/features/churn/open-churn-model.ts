import { keepModelInForce } from '#app/features/prediction/keep-model-in-force.ts';
import type { TenantDb } from '#db/open.ts';
import type { ModelRow } from '#db/tenant/queries/nonpayment.ts';
import { churnScorecard } from './churn-scorecard.ts';

/** Of experience: the share that leaves within the horizon where no model was ever judged. */
const usualShare = 0.04;

/** The model of the tenant; where none was ever put into force, the scorecard is. */
export function openChurnModel(db: TenantDb, now: Date): Promise<ModelRow> {
  return keepModelInForce(db, 'churn', churnScorecard, now);
}

/** The share that leaves anyway, by which bands are made. */
export function usualOf({ card: { training } }: Pick<ModelRow, 'card'>): number {
  return training && training.heldOut > 0 ? training.heldOutHappened / training.heldOut : usualShare;
}
