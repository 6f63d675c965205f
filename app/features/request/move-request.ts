import { and, eq } from 'drizzle-orm';
import { changesCarrier } from '#app/features/case/clock-events.ts';
import { lookAtUseOfRequest } from '#app/features/offer/call-use.ts';
import { settleWork } from '#app/features/points/settle-work.ts';
import { lookAtCaseOf } from '#app/features/sla/look-at-case-of.ts';
import { lookAtSuspensionOfRequest } from '#app/features/suspension/move-suspension.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { decideMove, type MoveName, type MoveRefusal, type Mover, type RequestState } from './request.ts';

export type RequestRow = typeof requests.$inferSelect;
type Settable = Partial<
  Pick<
    RequestRow,
    'attempts' | 'sentAt' | 'carrierRef' | 'unconfirmedSince' | 'failure' | 'preview' | 'scheduledFor'
  >
>;

export type MoveInput = {
  move: MoveName;
  by: Mover;
  /** A user id, or `worker`. */
  actor: string;
  at: Date;
  note?: Record<string, unknown>;
  set?: Settable;
};

/**
 * The statements of one move: the row with its next version, and the event. A lost race breaks the event's
 * key, so the batch they go into fails whole and `commit` reports the conflict.
 */
export function moveRequest(
  db: TenantDb,
  request: RequestRow,
  input: MoveInput,
): { ok: true; to: RequestState; statements: Statement[] } | { ok: false; error: MoveRefusal } {
  const decided = decideMove(request.state, input.move, input.by);
  if (!decided.ok) return decided;
  const version = request.version + 1;
  const change = db
    .update(requests)
    .set({ ...input.set, state: decided.to, version, changedAt: input.at })
    .where(and(eq(requests.id, request.id), eq(requests.version, request.version)));
  const event = db.insert(requestEvents).values({
    requestId: request.id,
    version,
    event: decided.event,
    fromState: request.state,
    toState: decided.to,
    at: input.at,
    actor: input.actor,
    note: input.note ?? null,
  });
  const isOver = decided.to === 'done' || decided.to === 'refused';
  const isOrdered = isOver || decided.to === 'cancelled';
  const offer = isOrdered ? lookAtUseOfRequest(db, request, input.at) : [];
  const credit =
    isOver && request.lane === 'interactive'
      ? [callFor(db, settleWork('request', request.id, input.at), input.at)]
      : [];
  const isSeen = changesCarrier({ fromState: request.state, toState: decided.to });
  const look = isSeen ? [lookAtCaseOf(db, request.id, input.at)] : [];
  const debt = concernsSuspension(request, decided.to)
    ? [lookAtSuspensionOfRequest(db, request.id, input.at)]
    : [];
  return { ok: true, to: decided.to, statements: [change, event, ...credit, ...look, ...debt, ...offer] };
}

function concernsSuspension({ kind }: RequestRow, to: RequestState): boolean {
  // A restriction and the end of a contract are told to a person in words.
  const mayBeOfDebt = kind === 'line.block' || kind === 'line.unblock' || kind === 'other';
  return mayBeOfDebt && (to === 'done' || to === 'refused' || to === 'cancelled' || to === 'manual');
}
