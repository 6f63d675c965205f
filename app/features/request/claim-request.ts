import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { moveRequest, type RequestRow } from './move-request.ts';
import { lookAgainMs } from './pace.ts';
import type { RequestRefusal } from './request-refusal.ts';
import { callForRequest } from './request-work.ts';

/**
 * Makes the caller the only sender: `sending` is on disk before any socket is opened. A request found in
 * `sending` was claimed by someone who did not live to tell, so its outcome is unknown and it is not sent.
 */
export async function claimRequest(
  db: TenantDb,
  requestId: string,
  now: Date,
): Promise<Result<RequestRow, RequestRefusal>> {
  const request = await getRequest(db, requestId);
  if (!request) return refuse({ code: 'request-not-found' });
  if (request.state === 'sending') return loseRequest(db, request, now);
  const set = { sentAt: now, attempts: request.attempts + 1 };
  const moved = moveRequest(db, request, { move: 'claim', by: 'worker', actor: 'worker', at: now, set });
  if (!moved.ok) return moved;
  const written = await commit(db, moved.statements, [{ topic: 'request', id: request.id }]);
  if (!written.ok) return refuse({ code: 'conflict' });
  return ok({ ...request, ...set, state: 'sending', version: request.version + 1 });
}

async function loseRequest(
  db: TenantDb,
  request: RequestRow,
  now: Date,
): Promise<Result<never, RequestRefusal>> {
  const moved = moveRequest(db, request, {
    move: 'lose',
    by: 'worker',
    actor: 'worker',
    at: now,
    note: { reason: 'sender-died' },
    set: { unconfirmedSince: now },
  });
  if (!moved.ok) return moved;
  const dueAt = new Date(now.getTime() + lookAgainMs(0));
  const work = callForRequest(db, 'carrier-reconcile', request, dueAt, now);
  await commit(db, [...moved.statements, work], [{ topic: 'request', id: request.id }]);
  return refuse({ code: 'move-not-allowed', move: 'claim', state: 'unconfirmed' });
}
