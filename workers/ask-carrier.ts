import { isShownByLine } from '#app/features/request/goal.ts';
import type { RequestRow } from '#app/features/request/move-request.ts';
import type { Answer } from '#app/features/request/record-answer.ts';
import type { OpenedCarrier } from '#carriers/gateway.ts';
import {
  type CarrierLine,
  Change,
  type Msisdn,
  type Observation,
  type Order,
  type Reconciliation,
  type SubmitOutcome,
} from '#carriers/port.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import type { WorkContext } from './queue-definition.ts';

/** A request as the carrier is asked about it. */
export type Asking = { opened: OpenedCarrier; order: Order };

export async function openAsking({ db, services }: WorkContext, request: RequestRow): Promise<Asking> {
  const line = await getLine(db, request.lineId);
  if (!line) throw new Error(`Line ${request.lineId} of request ${request.id} is gone.`);
  const order = {
    orderKey: request.id,
    msisdn: line.msisdn as Msisdn,
    carrierLineId: line.carrierLineId,
    change: Change.parse(request.payload),
  };
  return { opened: await services.carriers.open(db.tenantId, request.carrierAccountId), order };
}

/** The line as the carrier shows it after a change; `null` when it cannot be read now or shows no such change. */
export async function readBack({ opened, order }: Asking): Promise<CarrierLine | null> {
  if (!isShownByLine(order.change.kind)) return null;
  const line = await opened.carrier.getLine(order.msisdn);
  return line.ok ? line.value : null;
}

export async function answerOfSubmit(asking: Asking, outcome: SubmitOutcome, tries: number): Promise<Answer> {
  switch (outcome.type) {
    case 'completed':
      return { type: 'completed', line: await readBack(asking) };
    case 'accepted':
      return outcome;
    case 'refused':
      return outcome.failure.class === 'needs_human'
        ? { type: 'needs-a-person', failure: outcome.failure }
        : outcome;
    case 'unavailable':
      return { type: 'not-sent', failure: outcome.failure, tries, retryAfterMs: outcome.retryAfterMs };
    case 'unknown':
      return outcome;
  }
}

export async function answerOfObservation(asking: Asking, seen: Observation): Promise<Answer> {
  switch (seen.type) {
    case 'pending':
      return { type: 'no-news', evidence: { code: 'still-working' } };
    case 'completed':
      return { type: 'completed', line: await readBack(asking) };
    case 'refused':
      return seen;
    case 'needs_human':
      return { type: 'needs-a-person', failure: seen.failure };
    case 'unavailable':
      return {
        type: 'no-news',
        evidence: { code: 'could-not-ask', detail: seen.failure.code },
        retryAfterMs: seen.retryAfterMs,
      };
  }
}

export async function answerOfReconciliation(asking: Asking, found: Reconciliation): Promise<Answer> {
  switch (found.type) {
    case 'applied':
      return { type: 'completed', line: await readBack(asking), evidence: found.evidence };
    case 'accepted':
    case 'refused':
    case 'absent':
      return found;
    case 'needs_human':
      return { type: 'needs-a-person', failure: found.failure };
    case 'unclear':
      return { type: 'no-news', evidence: found.evidence };
  }
}
