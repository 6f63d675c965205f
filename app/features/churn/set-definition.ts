import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { churnDefinitions } from '#db/tenant/schema/churn.ts';
import type { ChurnRefusal } from './churn-refusal.ts';
import type { DefinitionInput } from './definition.ts';

/** Says what counts as churn from a date on; said again for the same date, the later word holds. */
export async function setDefinition(
  { db, control, actor, now }: { db: TenantDb; control: ControlDb; actor: Actor; now: Date },
  input: DefinitionInput,
): Promise<Result<null, ChurnRefusal | { code: 'carrier-account-not-found' }>> {
  if (!can(actor, 'churn:write')) return refuse({ code: 'forbidden', action: 'churn:write' });
  const account = input.carrierAccountId;
  if (account !== '' && !(await getCarrierAccount(control, db.tenantId, account)))
    return refuse({ code: 'carrier-account-not-found' });
  const said = { ...input, setBy: actor.userId, setAt: now };
  const { from, carrierAccountId } = churnDefinitions;
  const set = db
    .insert(churnDefinitions)
    .values({ id: uuid(), ...said })
    .onConflictDoUpdate({ target: [from, carrierAccountId], set: said });
  await commit(db, [set], [{ topic: 'churn', id: input.from }]);
  return ok(null);
}
