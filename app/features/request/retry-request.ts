import type { Result } from '#app/platform/result.ts';
import type { RequestDesk } from './draft-request.ts';
import { type Moved, movePersonally } from './person-move.ts';
import type { RequestRefusal } from './request-refusal.ts';
import { callForRequest } from './request-work.ts';

/**
 * Gives a request that lies with a person back to the machine. What may have left us is asked about first;
 * what surely did not is sent.
 */
export function retryRequest(
  desk: Pick<RequestDesk, 'db' | 'actor' | 'now'>,
  input: { requestId: string },
): Promise<Result<Moved, RequestRefusal>> {
  const { db, now } = desk;
  return movePersonally(desk, 'request:settle', input.requestId, (request) => {
    const wasSent = request.sentAt !== null;
    const queue = wasSent ? 'carrier-reconcile' : 'carrier-order';
    return {
      move: wasSent ? 'ask' : 'requeue',
      set: { failure: null, unconfirmedSince: wasSent ? now : null },
      follow: callForRequest(db, queue, request, now, now),
    };
  });
}
