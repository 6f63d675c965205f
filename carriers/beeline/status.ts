import { type CarrierRef, type Observation, type Order, ownFailure } from '../port.ts';
import type { Client } from './client.ts';
import { type Refusal, rejectionFailure } from './failures.ts';
import { isSameCtn } from './formats.ts';
import { readRequest, requestState } from './requests.ts';
import { Report, type RequestRow } from './wire.ts';

export async function observeChange(client: Client, order: Order, ref: CarrierRef): Promise<Observation> {
  if (ref.hint !== 'getRequestList') return observeReport(client, ref);
  const answer = await readRequest(client, ref.id);
  if (!answer.ok) return unavailable(answer);
  const row = answer.value;
  if (!row || (row.ctn !== null && !isSameCtn(row.ctn, order.msisdn))) return lostFromList(client, ref);
  return asObservation(client, row);
}

/** The report is never read, only opened: 20017 says that it is not ready yet. */
async function observeReport(client: Client, ref: CarrierRef): Promise<Observation> {
  const paging = ref.hint === 'getBillChargesPaged' ? { page: '1', recordsPerPage: '1' } : {};
  const answer = await client.soap({
    operation: ref.hint,
    mutates: false,
    schema: Report,
    fields: { requestId: ref.id, ...paging },
  });
  if (answer.ok) return { type: 'completed' };
  if (answer.failure.class === 'not_ready') return { type: 'pending' };
  if (answer.failure.class === 'not_found') return lostFromList(client, ref);
  return answer.verdict === 'refused' ? { type: 'refused', failure: answer.failure } : unavailable(answer);
}

/** A fresh request may not be listed at once; one that stays away was never seen through, so a person must look. */
function lostFromList(client: Client, ref: CarrierRef): Observation {
  const text = `the carrier does not list request ${ref.id} for this line`;
  const failure = ownFailure('not_found', 'request_not_listed', text);
  const isOverdue =
    client.now().getTime() >= Date.parse(ref.submittedAt) + client.settings.absenceProofAfterMs;
  return isOverdue
    ? { type: 'needs_human', failure: { ...failure, class: 'needs_human' } }
    : { type: 'unavailable', failure };
}

function asObservation(client: Client, row: RequestRow): Observation {
  const state = requestState(client.settings, row);
  if (state === 'pending' || state === 'completed') return { type: state };
  const failure = rejectionFailure(client.settings, row.requestStatus ?? 'NULL', row.requestComments);
  if (state === 'refused') return { type: 'refused', failure };
  return { type: 'needs_human', failure: { ...failure, class: 'needs_human' } };
}

function unavailable({ failure, retryAfterMs }: Refusal): Observation {
  return { type: 'unavailable', failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
