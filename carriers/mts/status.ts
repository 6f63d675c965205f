import {
  type CarrierRef,
  type Evidence,
  type Msisdn,
  type Observation,
  type Order,
  ownFailure,
  type Reconciliation,
  type SentWindow,
} from '../port.ts';
import { isProductKind, productChange } from './changes.ts';
import type { MtsClient, Refusal } from './client.ts';
import { faultOf } from './failures.ts';
import { readGoal } from './goal.ts';
import { wireNumber } from './reads.ts';
import type { MtsSettings } from './settings.ts';
import { DocumentStatus, OperationStatus, type RequestRow, RequestRows } from './wire.ts';

const hourMs = 3_600_000;
/** `CheckRequestStatus` refuses a window of more than a day. */
const windowMs = 23 * hourMs;

/** Asks the status endpoint that belongs to the change. A request that is not listed yet is pending. */
export async function observeChange(client: MtsClient, order: Order, ref: CarrierRef): Promise<Observation> {
  const submittedAt = new Date(ref.submittedAt);
  if (ref.hint === 'document') {
    const read = await client.read(DocumentStatus, documentStatusCall(ref.id, submittedAt));
    return read.ok ? observationOf(read.value, null) : unavailable(read);
  }
  if (ref.hint === 'operation') {
    const call = { operation: 'Operations/GetStatus', method: 'POST' as const, body: { eventId: ref.id } };
    const read = await client.read(OperationStatus, call);
    return read.ok ? observationOf(read.value.state, read.value.errorMessage ?? null) : unavailable(read);
  }
  const rows = await readRequests(client, order.msisdn, submittedAt, ref.id);
  if (!rows.ok) return unavailable(rows);
  // MTS may ignore a filter: a row without an id is ours only when it is the only one.
  const lone = rows.value.length === 1 && rows.value[0]?.id === null ? rows.value[0] : undefined;
  const row = rows.value.find(({ id }) => id === ref.id) ?? lone;
  return observationOf(row?.status ?? null, row?.errorCode ?? null);
}

/** The request list of one number around an instant, or the one request with that id. */
export function readRequests(client: MtsClient, msisdn: Msisdn, around: Date, id: string | null) {
  const number = { characteristic: [{ name: 'MSISDN', value: wireNumber(msisdn) }] };
  const body = { relatedParty: id ? [number, { id }] : [number], validFor: windowAround(around) };
  return client.read(RequestRows, { operation: 'Product/CheckRequestStatus', method: 'POST', body });
}

/**
 * What became of a change without an answer: the line itself, then the request list. Papers and SIM changes
 * have no list; an ordered paper leaves no trace at all, so its absence can never be proved.
 */
export async function reconcileChange(
  client: MtsClient,
  settings: MtsSettings,
  now: Date,
  order: Order,
  sent: SentWindow,
): Promise<Reconciliation> {
  const goal = await readGoal(client, settings, order);
  if (!goal.ok) return couldNotAsk(goal);
  if (goal.value) return { type: 'applied', evidence: { code: 'line-shows-it' } };
  const sinceMs = now.getTime() - sent.before.getTime();
  const isProved = sinceMs >= settings.absenceProofAfterMs;
  const detail = String(Math.floor(sinceMs / 1000));
  if (order.change.kind === 'invoice.order' || order.change.kind === 'details.order') {
    const text = 'MTS lists no ordered documents: look into the mailbox';
    return isProved
      ? { type: 'needs_human', failure: ownFailure('needs_human', 'no_document_list', text) }
      : { type: 'unclear', evidence: { code: 'no-document-list' } };
  }
  if (order.change.kind === 'sim.replace') return unseen(isProved, { code: 'line-lacks-it', detail });
  const rows = await readRequests(client, order.msisdn, sent.after, null);
  if (!rows.ok) return couldNotAsk(rows);
  const listed = findInList(settings, order, sent.after, rows.value);
  return listed ?? unseen(isProved, { code: 'nothing-shows-it', detail });
}

function findInList(
  settings: MtsSettings,
  order: Order,
  sentAt: Date,
  rows: RequestRow[],
): Reconciliation | null {
  const ours = ownRequest(settings, order, sentAt, rows);
  if (ours?.status === 'Faulted') return { type: 'refused', failure: faultOf(ours.errorCode) };
  if (ours?.status === 'Completed') return { type: 'applied', evidence: listedAs(ours) };
  if (ours?.id) {
    const ref = { id: ours.id, submittedAt: ours.startedAt ?? sentAt.toISOString(), hint: 'product' };
    return { type: 'accepted', ref, evidence: listedAs(ours) };
  }
  const isNameless = (row: RequestRow) => row.productCode === null && row.status === 'InProgress';
  return rows.some(isNameless) ? { type: 'unclear', evidence: { code: 'unnamed-request' } } : null;
}

function listedAs({ id, status }: RequestRow): Evidence {
  return { code: 'carrier-lists-it', detail: [id, status].filter(Boolean).join(' ') };
}

function couldNotAsk({ failure }: Refusal): Reconciliation {
  return { type: 'unclear', evidence: { code: 'could-not-ask', detail: failure.code } };
}

/** The latest listed request for the same product since `sentAt`, or one still in progress. Never a dry run. */
function ownRequest(
  settings: MtsSettings,
  order: Order,
  sentAt: Date,
  rows: RequestRow[],
): RequestRow | undefined {
  const { change } = order;
  if (!isProductKind(change)) return undefined;
  const { productCode, action } = productChange(settings, change, null);
  const codes = change.kind === 'line.unblock' ? Object.values(settings.blockCodes) : [productCode];
  const since = sentAt.getTime() - settings.clockSkewMs;
  const isOurs = (row: RequestRow) => {
    if (row.isDryRun || !codes.includes(row.productCode ?? '') || (row.action ?? action) !== action)
      return false;
    return row.status === 'InProgress' || Date.parse(row.startedAt ?? '') >= since;
  };
  return rows.filter(isOurs).sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''))[0];
}

function unseen(isProved: boolean, evidence: Evidence): Reconciliation {
  return { type: isProved ? 'absent' : 'unclear', evidence };
}

function observationOf(status: string | null, errorCode: string | null): Observation {
  if (status === 'Completed') return { type: 'completed' };
  if (status === 'Faulted') return { type: 'refused', failure: faultOf(errorCode) };
  return { type: 'pending' };
}

function unavailable({ failure, retryAfterMs }: Refusal): Observation {
  return { type: 'unavailable', failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function documentStatusCall(id: string, submittedAt: Date) {
  const body = { relatedParty: [{ id }], validFor: windowAround(submittedAt) };
  return { operation: 'Product/CheckRequestStatusByUUID', method: 'POST' as const, body };
}

function windowAround(instant: Date) {
  const start = instant.getTime() - hourMs;
  return {
    startDateTime: new Date(start).toISOString(),
    endDateTime: new Date(start + windowMs).toISOString(),
  };
}
