import { claimRequest } from '#app/features/request/claim-request.ts';
import { recordAnswer } from '#app/features/request/record-answer.ts';
import { traced } from '#carriers/gateway.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { answerOfSubmit, openAsking } from './ask-carrier.ts';
import { crashPoint } from './crash-points.ts';
import { cancel, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';
import { outcomeOf, RequestPayload } from './request-payload.ts';

/** How long to leave a carrier alone while its breaker is open. */
const breakerPauseMs = 5000;

/** Sends a queued request to its carrier, once. */
export const carrierOrder: QueueDefinition<RequestPayload> = {
  name: 'carrier-order',
  payload: RequestPayload,
  attempts: 8,
  backoffMs: doublingBackoff,
  concurrency: 64,
  async perform(context, { requestId }) {
    const { db, services, tries, ending } = context;
    const request = await getRequest(db, requestId);
    if (!request) return cancel(`request ${requestId} is not here`);
    const asking = await openAsking(context, request);
    if (request.state === 'queued' && asking.opened.breaker() === 'open') return snooze(breakerPauseMs);
    const claimed = await claimRequest(db, requestId, services.now());
    // Who was faster may die before he tells, and this work is all that would notice: it outlives his lease.
    if (!claimed.ok && claimed.error.code === 'conflict') return snooze(asking.opened.leaseMs);
    if (!claimed.ok) return cancel(claimed.error.code);
    crashPoint('after-claim');
    const sendBy = new Date((claimed.value.sentAt?.getTime() ?? 0) + asking.opened.leaseMs);
    const { result, wire } = await traced(async () => {
      const outcome = await asking.opened.carrier.submit(asking.order);
      crashPoint('after-submit');
      return answerOfSubmit(asking, outcome, tries);
    }, sendBy);
    return outcomeOf(await recordAnswer(db, claimed.value, result, wire, services.now(), ending));
  },
};
