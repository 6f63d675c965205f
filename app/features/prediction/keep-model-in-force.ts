import { v7 as uuid } from 'uuid';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getModelInForce, type ModelRow } from '#db/tenant/queries/nonpayment.ts';
import { models } from '#db/tenant/schema/prediction.ts';
import type { ModelParameters } from './model.ts';
import type { PredictionTarget } from './prediction.ts';

/** The model in force of a target; where none ever was, its scorecard is put into force. */
export async function keepModelInForce(
  db: TenantDb,
  target: PredictionTarget,
  scorecard: ModelParameters,
  now: Date,
): Promise<ModelRow> {
  const known = await getModelInForce(db, target);
  if (known) return known;
  const first: ModelRow = {
    id: uuid(),
    target,
    number: 1,
    kind: scorecard.kind,
    parameters: scorecard,
    card: { training: null },
    trainedAt: now,
    inForceFrom: now,
    retiredAt: null,
  };
  const written = await commit(db, [db.insert(models).values(first)]);
  if (written.ok) return first;
  const taken = await getModelInForce(db, target);
  if (!taken) throw new Error(`No model of ${target} is in force, and none can be put: ${written.conflict}.`);
  return taken;
}
