import {
  type CarrierLine,
  type CarrierRef,
  Change,
  type Evidence,
  type Failure,
  type OwnFailureCode,
  type WireRecord,
} from '#carriers/port.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { storeLine } from '../subscriber/store-line.ts';
import { goalReached, isShownByLine } from './goal.ts';
import { type MoveInput, moveRequest, type RequestRow } from './move-request.ts';
import {
  acceptedLimitMs,
  askAgainMs,
  askingLimitMs,
  lookAgainMs,
  postponeMs,
  sendLimit,
  unreachableLimit,
} from './pace.ts';
import { callForRequest, type RequestQueue } from './request-work.ts';
import { storeWire } from './store-wire.ts';

/** What the carrier said of a request, from a submission, a look at its status, or a reconciliation. */
export type Answer =
  | { type: 'completed'; line: CarrierLine | null; evidence?: Evidence }
  | { type: 'accepted'; ref: CarrierRef; evidence?: Evidence }
  | { type: 'refused'; failure: Failure }
  | { type: 'needs-a-person'; failure: Failure }
  /** It surely never took effect. `tries`: how often this piece of work was begun before. */
  | { type: 'not-sent'; failure: Failure; tries: number; retryAfterMs?: number | undefined }
  | { type: 'unknown'; failure: Failure }
  | { type: 'absent'; evidence: Evidence }
  | { type: 'no-news'; evidence: Evidence; retryAfterMs?: number | undefined };

/** `again`: nothing was written, this same work is wanted once more. `outdated`: nothing, and it is not. */
export type Recorded = { type: 'written' } | { type: 'again'; ms: number } | { type: 'outdated' };

/** The request as it was when the carrier was asked. */
export type Asked = Pick<RequestRow, 'id' | 'attempts'>;

/**
 * Writes what became of a request, with the exchanges that told it and the ending of the work that asked:
 * it is done, or wanted again after so many milliseconds. A race lost to another writer is tried
 * once more on the row as it is now, because the answer is a fact whoever came first.
 */
export async function recordAnswer(
  db: TenantDb,
  asked: Asked,
  answer: Answer,
  wire: WireRecord[],
  now: Date,
  ending: (againMs: number | null) => Statement,
): Promise<Recorded> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const request = await getRequest(db, asked.id);
    if (!request)
      throw new Error(`Request ${asked.id} of tenant ${db.tenantId} is gone; its answer has no place.`);
    if (isOutdated(asked, request, answer)) return { type: 'outdated' };
    const step = decideStep(request, answer, now);
    if ('again' in step) return { type: 'again', ms: step.again };
    const moved = moveRequest(db, request, { by: 'worker', actor: 'worker', at: now, ...step.move });
    if (!moved.ok) return { type: 'outdated' };
    const follow: Statement[] = step.next
      ? [callForRequest(db, step.next.queue, request, later(now, step.next.inMs), now)]
      : [];
    const seen = answer.type === 'completed' ? lineAfter(db, request, answer.line, now) : [];
    const log = storeWire(db, request.id, wire);
    const written = await commit(
      db,
      [...moved.statements, ...follow, ...seen, ...log, ending(step.sameWork ?? null)],
      [{ topic: 'request', id: request.id }],
    );
    if (written.ok) return { type: 'written' };
  }
  throw new Error(`The answer for request ${asked.id} of tenant ${db.tenantId} lost its race twice.`);
}

/** Keeps the line as it was read after the change, or calls for reading it when that did not work. */
function lineAfter(db: TenantDb, request: RequestRow, line: CarrierLine | null, now: Date): Statement[] {
  if (line) return storeLine(db, request.lineId, line, now);
  if (!isShownByLine(request.kind)) return [];
  const payload = { lineId: request.lineId };
  return [
    callFor(
      db,
      { queue: 'line-refresh', payload, gate: request.carrierAccountId, lane: 'bulk', dueAt: now },
      now,
    ),
  ];
}

/** A failure of an earlier sending says nothing of the one under way; a success is a fact all the same. */
function isOutdated(asked: Asked, request: RequestRow, answer: Answer): boolean {
  return asked.attempts !== request.attempts && answer.type !== 'completed' && answer.type !== 'accepted';
}

type Step =
  | { again: number }
  | {
      move: Pick<MoveInput, 'move' | 'note' | 'set'>;
      next?: { queue: RequestQueue; inMs: number };
      /** The work that brought this answer is itself the next work. */
      sameWork?: number;
    };

/** Pure: what an answer does to a request in its present state. */
export function decideStep(request: RequestRow, answer: Answer, now: Date): Step {
  switch (answer.type) {
    case 'completed':
      return decideCompleted(request, answer);
    case 'accepted': {
      const note = { reference: answer.ref.id, evidence: answer.evidence ?? null };
      const set = { carrierRef: answer.ref, unconfirmedSince: null };
      return { move: { move: 'accept', note, set }, next: { queue: 'carrier-status', inMs: lookAgainMs(0) } };
    }
    case 'refused':
      return {
        move: { move: 'refuse', note: { failure: answer.failure }, set: { failure: answer.failure } },
      };
    case 'needs-a-person':
      return escalate(answer.failure);
    case 'not-sent':
      return decideNotSent(answer);
    case 'unknown': {
      const next = { queue: 'carrier-reconcile' as const, inMs: lookAgainMs(0) };
      const set = { unconfirmedSince: now };
      return { move: { move: 'lose', note: { failure: answer.failure }, set }, next };
    }
    case 'absent':
      return decideAbsent(request, answer.evidence);
    case 'no-news':
      return decideNoNews(request, answer, now);
  }
}

function decideCompleted(request: RequestRow, answer: Answer & { type: 'completed' }): Step {
  const change = Change.safeParse(request.payload);
  const shown = answer.line && change.success ? goalReached(change.data, answer.line) : null;
  if (shown === false) {
    const text = 'The carrier reports the change as carried out, but the line does not show it.';
    return escalate(ownFailure('read-back', text), answer.evidence);
  }
  return { move: { move: 'complete', note: { evidence: answer.evidence ?? null }, set: { failure: null } } };
}

function decideNotSent(answer: Answer & { type: 'not-sent' }): Step {
  if (answer.failure.class === 'needs_human' || answer.tries >= unreachableLimit)
    return escalate(answer.failure);
  const wait = postponeMs(answer.tries, answer.retryAfterMs);
  return {
    move: { move: 'postpone', note: { failure: answer.failure }, set: { sentAt: null } },
    sameWork: wait,
  };
}

function decideAbsent(request: RequestRow, evidence: Evidence): Step {
  if (request.attempts >= sendLimit) {
    return escalate(ownFailure('lost-repeatedly', 'The change was sent and lost again and again.'), evidence);
  }
  const set = { sentAt: null, unconfirmedSince: null };
  return { move: { move: 'resend', note: { evidence }, set }, next: { queue: 'carrier-order', inMs: 0 } };
}

function decideNoNews(request: RequestRow, answer: Answer & { type: 'no-news' }, now: Date): Step {
  const unconfirmed = request.state === 'unconfirmed';
  const since = unconfirmed ? request.unconfirmedSince : request.changedAt;
  const age = now.getTime() - (since ?? request.changedAt).getTime();
  const limit = unconfirmed ? askingLimitMs : acceptedLimitMs;
  if (age >= limit) {
    const text = 'The carrier did not say in time what became of the change.';
    return escalate(ownFailure('no-answer-in-time', text), answer.evidence);
  }
  const wait = unconfirmed ? askAgainMs(age) : lookAgainMs(age);
  return { again: Math.min(Math.max(wait, answer.retryAfterMs ?? 0), limit - age) };
}

function escalate(failure: Failure, evidence?: Evidence): Step {
  const note = { failure, evidence: evidence ?? null };
  return { move: { move: 'escalate', note, set: { failure } } };
}

function ownFailure(code: OwnFailureCode, text: string): Failure {
  return { class: 'unknown_outcome', code, text };
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
