import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { churnDefinitions } from '#db/tenant/schema/churn.ts';
import type { ChurnRefusal } from './churn-refusal.ts';
import type { DefinitionInput } from './definition.ts';

/** Says what counts as churn from a date on; said again for the same date, the later word holds. */
export async function setDefinition(
  { db, actor, now }: { db: TenantDb; actor: Actor; now: Date },
  input: DefinitionInput,
): Promise<Result<null, ChurnRefusal>> {
  if (!can(actor, 'churn:write')) return refuse({ code: 'forbidden', action: 'churn:write' });
  const said = { ...input, setBy: actor.userId, setAt: now };
  const { from, carrierAccountId } = churnDefinitions;
  const set = db
    .insert(churnDefinitions)
    .values({ id: uuid(), ...said })
    .onConflictDoUpdate({ target: [from, carrierAccountId], set: said });
  await commit(db, [set], [{ topic: 'churn', id: input.from }]);
  return ok(null);
}
