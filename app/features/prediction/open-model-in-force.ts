import { v7 as uuid } from 'uuid';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getModelInForce, type ModelRow } from '#db/tenant/queries/nonpayment.ts';
import { models } from '#db/tenant/schema/prediction.ts';
import { type OpenModel, openModel } from './forecast-page.ts';
import { scorecard } from './scorecard.ts';

/** The model of the tenant; where none was ever put into force, the scorecard is. */
export async function openModelInForce(db: TenantDb, now: Date): Promise<OpenModel> {
  const known = await getModelInForce(db, 'nonpayment');
  if (known) return openModel(known);
  const first: ModelRow = {
    id: uuid(),
    target: 'nonpayment',
    number: 1,
    kind: scorecard.kind,
    parameters: scorecard,
    card: { training: null },
    trainedAt: now,
    inForceFrom: now,
    retiredAt: null,
  };
  const written = await commit(db, [db.insert(models).values(first)]);
  if (written.ok) return openModel(first);
  const taken = await getModelInForce(db, 'nonpayment');
  if (!taken)
    throw new Error(`No model of non-payment is in force, and none can be put: ${written.conflict}.`);
  return openModel(taken);
}
