import { recordAnswer } from '#app/features/request/record-answer.ts';
import { sentWindow } from '#app/features/request/sent-window.ts';
import { traced } from '#carriers/gateway.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { answerOfReconciliation, openAsking } from './ask-carrier.ts';
import { cancel, doublingBackoff, type QueueDefinition } from './queue-definition.ts';
import { outcomeOf, RequestPayload } from './request-payload.ts';

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
    const now = context.services.now();
    return outcomeOf(await recordAnswer(context.db, request, result, wire, now, context.ending));
  },
};
