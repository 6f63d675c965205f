import { type Action, type Actor, canWith } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { getReceivable } from '#db/tenant/queries/journal.ts';

const action = 'debt:promise' satisfies Action;

/**
 * Why an actor may agree nothing about a debt: his role does not let him, or, of a subscriber, it is not his, which
 * then is not there. `null`: he may.
 */
export async function whyNotSettle(
  db: TenantDb,
  actor: Actor,
  receivableId: string,
): Promise<{ code: 'forbidden'; action: Action } | { code: 'receivable-not-found' } | null> {
  const owner = actor.subscriberId ? ((await getReceivable(db, receivableId))?.subscriberId ?? null) : null;
  if (canWith(actor, action, owner)) return null;
  return actor.subscriberId ? { code: 'receivable-not-found' } : { code: 'forbidden', action };
}
