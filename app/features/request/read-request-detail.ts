import { type Actor, can } from '#app/features/access/can.ts';
import { maskPersonal } from '#app/features/subscriber/mask-personal.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import { Evidence, Failure, type Msisdn } from '#carriers/port.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getLineCard, type LineCard } from '#db/tenant/queries/lines.ts';
import { getRequest, listRequestEvents, listWireRecords } from '#db/tenant/queries/requests.ts';
import { isCarrierChange } from './draft-request.ts';
import type { RequestRow } from './move-request.ts';
import { type MoveName, movesOfPerson } from './request.ts';
import { asksOf, subjectOf } from './request-item.ts';
import { tellEvent } from './tell-event.ts';

type EventRow = Awaited<ReturnType<typeof listRequestEvents>>[number];
type Desk = { db: TenantDb; control: ControlDb; carriers: CarrierDesk; actor: Actor; locale: 'ru' | 'en' };
export type RequestDetail = NonNullable<Awaited<ReturnType<typeof readRequestDetail>>>;

/** A request as this person may see it: what happened, what he may do, the wire log if it is his to read. */
export async function readRequestDetail(desk: Desk, requestId: string) {
  const { db, actor } = desk;
  const request = await getRequest(db, requestId);
  const card = request && (await getLineCard(db, request.lineId));
  if (!request || !card) return null;
  const events = await listRequestEvents(db, requestId);
  const actors = [request.createdBy, ...events.map((event) => event.actor)];
  const names = await namesOf(desk.control, actors);
  const detail = {
    ...factsOf(request),
    author: names[request.createdBy] ?? null,
    maskedNumber: maskMsisdn(card.line.msisdn),
    who: card.subscriber.name,
    lineId: can(actor, 'subscriber:read') ? request.lineId : null,
    mayReveal: can(actor, 'subscriber:reveal'),
    moves: movesFor(request, events, actor),
    instructions: instructionsFor(desk, request, card),
    events: events.map((event, index) => ({
      version: event.version,
      at: event.at,
      sentence: tellEvent(events, index),
      toState: event.toState,
      who: event.actor === 'worker' ? null : (names[event.actor] ?? event.actor),
      detail: detailOf(event),
    })),
    wire: can(actor, 'wire:read') ? await listWireRecords(db, requestId) : null,
  };
  return can(actor, 'subscriber:read') ? detail : maskPersonal(detail);
}

function factsOf(request: RequestRow) {
  const { id, number, kind, state, version, carrier, createdAt, scheduledFor, attempts, failure, preview } =
    request;
  return {
    id,
    number,
    kind,
    state,
    version,
    carrier,
    createdAt,
    scheduledFor,
    attempts,
    failure,
    preview,
    batchId: request.batchId,
    reference: request.carrierRef?.id ?? null,
    subject: subjectOf(request),
    asks: asksOf(request.payload),
    itemCode: itemCode(request),
  };
}

/** The carrier's own code beside the name, for whoever talks to the carrier about it. */
function itemCode({ payload, itemName }: RequestRow): string | null {
  if (!itemName) return null;
  if ('optionCode' in payload) return payload.optionCode;
  return 'tariffCode' in payload ? payload.tariffCode : null;
}

/** In the order of the buttons: the likeliest first. */
const permissions = {
  submit: 'request:confirm',
  fulfil: 'request:settle',
  ask: 'request:settle',
  requeue: 'request:settle',
  decline: 'request:settle',
  cancel: 'request:cancel',
} as const;

/** The buttons. What may have left us is asked about, what surely did not is sent again: never both. */
export function movesFor(
  request: Pick<RequestRow, 'state' | 'sentAt'>,
  events: readonly { event: string }[],
  actor: Actor,
): (keyof typeof permissions)[] {
  const possible: MoveName[] = movesOfPerson(request.state);
  const isSent = request.sentAt !== null;
  // The carrier does not take it through its interface, so there is nothing to ask or to send.
  const isTask = events.some(({ event }) => event === 'given-to-a-person');
  const names = Object.keys(permissions) as (keyof typeof permissions)[];
  return names.filter((move) => {
    if (!possible.includes(move) || !can(actor, permissions[move])) return false;
    if (move === 'ask') return isSent && !isTask;
    return move !== 'requeue' || !(isSent || isTask);
  });
}

/** What a person does in the carrier's cabinet, while the request lies with one. */
function instructionsFor(desk: Desk, request: RequestRow, { line }: LineCard): string | null {
  if (request.state !== 'manual' || !isCarrierChange(request.payload)) return null;
  if (!can(desk.actor, 'request:settle')) return null;
  const { carrierLineId } = line;
  const order = {
    orderKey: request.id,
    msisdn: line.msisdn as Msisdn,
    carrierLineId,
    change: request.payload,
  };
  return desk.carriers
    .instructions(request.carrier, order)
    [desk.locale].replaceAll(line.msisdn, maskMsisdn(line.msisdn));
}

export type EventDetail = { failure: Failure | null; evidence: Evidence | null; words: string | null };

/** What stands under a sentence: the carrier's answer, the evidence, a person's words. */
export function detailOf({ event, note }: Pick<EventRow, 'event' | 'note'>): EventDetail {
  const failure = Failure.safeParse(note?.failure).data ?? null;
  const evidence = Evidence.safeParse(note?.evidence).data ?? null;
  // The sentence of a lost answer has said it.
  const isSaid = event === 'outcome-unknown' && failure?.code === 'lost';
  return { failure: isSaid ? null : failure, evidence, words: wordsOf(note) };
}

function wordsOf(note: EventRow['note']): string | null {
  const words = note?.words ?? note?.reason;
  const isForUs = words === 'sender-died' || words === 'selection';
  return typeof words === 'string' && !isForUs ? words : null;
}
