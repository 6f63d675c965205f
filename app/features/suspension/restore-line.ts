import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { getSuspension } from '#db/tenant/queries/suspensions.ts';
import type { SuspensionDesk } from './decide-proposal.ts';
import { callSuspensionReaction, changeSuspension } from './move-suspension.ts';
import { decideSuspension } from './suspension.ts';
import type { SuspensionRefusal } from './suspension-refusal.ts';

/**
 * A lead brings a line back: one that is suspended before it is paid, as after a promise, or one whose unblocking
 * was refused or cancelled, by another request. While a request is under way no second one is made.
 */
export async function restoreLine(
  { db, actor, now }: SuspensionDesk,
  { suspensionId, version }: { suspensionId: string; version: number },
): Promise<Result<null, SuspensionRefusal>> {
  if (!can(actor, 'debt:suspend')) return refuse({ code: 'forbidden', action: 'debt:suspend' });
  const row = await getSuspension(db, suspensionId);
  if (!row) return refuse({ code: 'suspension-not-found' });
  const decided = decideSuspension(
    row.state,
    row.state === 'restoring' ? 'order-again' : 'restore',
    'person',
  );
  if (!decided.ok) return decided;
  if (row.version !== version) return refuse({ code: 'conflict' });
  const asked = row.unblockRequestId ? await getRequest(db, row.unblockRequestId) : null;
  if (asked && asked.state !== 'refused' && asked.state !== 'cancelled')
    return refuse({ code: 'suspension-move-not-allowed', state: row.state });
  const written = await commit(
    db,
    [
      changeSuspension(db, row, { state: decided.to, unblockRequestId: null, why: null }),
      callSuspensionReaction(db, row.receivableId, { dueAt: now, now }),
    ],
    [{ topic: 'receivable', id: row.receivableId }],
  );
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}
