import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import type { RequestRow } from './move-request.ts';

/** The queues that carry a request on. */
export type RequestQueue = 'carrier-order' | 'carrier-status' | 'carrier-reconcile' | 'request-release';

/** Work that begins a request waits in its lane; what finishes a begun one goes before any new bulk. */
const beginning: readonly RequestQueue[] = ['carrier-order', 'request-release'];

/** The statement that calls for the next piece of work on a request, bounded by its carrier account. */
export function callForRequest(
  db: TenantDb,
  queue: RequestQueue,
  request: Pick<RequestRow, 'id' | 'carrierAccountId' | 'lane'>,
  dueAt: Date,
  now: Date,
) {
  const work = {
    queue,
    payload: { requestId: request.id },
    gate: request.carrierAccountId,
    lane: beginning.includes(queue) ? request.lane : ('interactive' as const),
    dueAt,
  };
  return callFor(db, work, now);
}
