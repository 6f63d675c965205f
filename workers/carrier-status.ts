import { recordAnswer } from '#app/features/request/record-answer.ts';
import { traced } from '#carriers/gateway.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { answerOfObservation, openAsking } from './ask-carrier.ts';
import { cancel, doublingBackoff, type QueueDefinition } from './queue-definition.ts';
import { outcomeOf, RequestPayload } from './request-payload.ts';

/** Asks the carrier how far an accepted request is, until it ends. */
export const carrierStatus: QueueDefinition<RequestPayload> = {
  name: 'carrier-status',
  payload: RequestPayload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 64,
  async perform(context, { requestId }) {
    const request = await getRequest(context.db, requestId);
    if (request?.state !== 'accepted' || !request.carrierRef)
      return cancel(`request ${requestId} is not accepted`);
    const ref = request.carrierRef;
    const asking = await openAsking(context, request);
    const { result, wire } = await traced(async () => {
      return answerOfObservation(asking, await asking.opened.carrier.observe(asking.order, ref));
    });
    const now = context.services.now();
    return outcomeOf(await recordAnswer(context.db, request, result, wire, now, context.ending));
  },
};
