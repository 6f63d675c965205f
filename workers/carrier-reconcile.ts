import type { RequestRow } from '#app/features/request/move-request.ts';
import { recordAnswer } from '#app/features/request/record-answer.ts';
import { traced } from '#carriers/gateway.ts';
import type { SentWindow } from '#carriers/port.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { answerOfReconciliation, openAsking } from './ask-carrier.ts';
import { cancel, doublingBackoff, type QueueDefinition } from './queue-definition.ts';
import { outcomeOf, RequestPayload } from './request-payload.ts';

/** From the claim to the end of its lease; a copy that was restored may have been sent until it was. */
function sentWindow(request: RequestRow, leaseMs: number): SentWindow {
  const after = request.sentAt ?? request.changedAt;
  const before = Math.max(after.getTime() + leaseMs, request.unconfirmedSince?.getTime() ?? 0);
  return { after, before: new Date(before) };
}

/** Finds out at the carrier what became of a request whose outcome is unknown. */
export const carrierReconcile: QueueDefinition<RequestPayload> = {
  name: 'carrier-reconcile',
  payload: RequestPayload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 64,
  async perform(context, { requestId }) {
    const request = await getRequest(context.db, requestId);
    if (request?.state !== 'unconfirmed') return cancel(`request ${requestId} is not unconfirmed`);
    const asking = await openAsking(context, request);
    const sent = sentWindow(request, asking.opened.leaseMs);
    const { result, wire } = await traced(async () => {
      return answerOfReconciliation(asking, await asking.opened.carrier.reconcile(asking.order, sent));
    });
    return outcomeOf(await recordAnswer(context.db, request, result, wire, context.services.now()));
  },
};
