import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { moveRequest } from './move-request.ts';
import type { RequestRefusal } from './request-refusal.ts';
import { callForRequest } from './request-work.ts';

/** Puts a scheduled request into the queue when its time has come. */
export async function releaseRequest(
  db: TenantDb,
  requestId: string,
  now: Date,
): Promise<Result<null, RequestRefusal>> {
  const request = await getRequest(db, requestId);
  if (!request) return refuse({ code: 'request-not-found' });
  const moved = moveRequest(db, request, { move: 'release', by: 'worker', actor: 'worker', at: now });
  if (!moved.ok) return moved;
  const work = callForRequest(db, 'carrier-order', request, now, now);
  const written = await commit(db, [...moved.statements, work], [{ topic: 'request', id: request.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
