import { type Action, can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import type { RequestDesk } from './draft-request.ts';
import { type MoveInput, moveRequest, type RequestRow } from './move-request.ts';
import type { RequestState } from './request.ts';
import type { RequestRefusal } from './request-refusal.ts';

export type Moved = { id: string; number: number; state: RequestState };
type PersonMove = Pick<MoveInput, 'move' | 'note' | 'set'> & { follow?: Statement };

/** One move by a person: permission, the request as it is now, what `decide` makes of it, one batch. */
export async function movePersonally(
  desk: Pick<RequestDesk, 'db' | 'actor' | 'now'>,
  action: Action,
  requestId: string,
  decide: (request: RequestRow) => PersonMove,
): Promise<Result<Moved, RequestRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, action)) return refuse({ code: 'forbidden', action });
  const request = await getRequest(db, requestId);
  if (!request) return refuse({ code: 'request-not-found' });
  // Whoever is there may call a request back; to carry it out one must know how.
  const bar = action === 'request:settle' ? await findBar({ db, actor, now }, request) : null;
  if (bar) return refuse(bar);
  const { follow, ...move } = decide(request);
  const moved = moveRequest(db, request, { by: 'person', actor: actor.userId, at: now, ...move });
  if (!moved.ok) return moved;
  const statements = follow ? [...moved.statements, follow] : moved.statements;
  const written = await commit(db, statements, [{ topic: 'request', id: request.id }]);
  return written.ok
    ? ok({ id: request.id, number: request.number, state: moved.to })
    : refuse({ code: 'conflict' });
}
