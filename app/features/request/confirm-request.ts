import { eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Preview } from '#carriers/port.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getOpenRequest, getRequest } from '#db/tenant/queries/requests.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { previewChange, type RequestDesk } from './draft-request.ts';
import { moveRequest, type RequestRow } from './move-request.ts';
import type { RequestState } from './request.ts';
import type { RequestRefusal } from './request-refusal.ts';
import { callForRequest } from './request-work.ts';

export type Confirmed = { id: string; number: number; state: RequestState };

/**
 * Sends what the person saw. The carrier is asked once more: when price or effect is different now, the
 * draft takes the new preview and the person is asked again. `version` is the one he saw.
 */
export async function confirmRequest(
  desk: RequestDesk,
  input: { requestId: string; version: number },
): Promise<Result<Confirmed, RequestRefusal>> {
  const request = await getRequest(desk.db, input.requestId);
  const bar = request?.state === 'draft' ? await findBar(desk, { carrier: request.carrier }) : null;
  return bar ? refuse(bar) : confirmDecided(desk, input);
}

/** The same for what was decided elsewhere, by one who is not asked for a pass. */
export async function confirmDecided(
  desk: RequestDesk,
  input: { requestId: string; version: number },
): Promise<Result<Confirmed, RequestRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'request:confirm')) return refuse({ code: 'forbidden', action: 'request:confirm' });
  const request = await getRequest(db, input.requestId);
  if (!request) return refuse({ code: 'request-not-found' });
  if (request.state !== 'draft') return confirmedBefore(request);
  if (request.version !== input.version) return refuse({ code: 'conflict' });
  if (request.scheduledFor && request.scheduledFor <= now) return refuse({ code: 'date-in-the-past' });
  const [line] = await db.select().from(lines).where(eq(lines.id, request.lineId)).limit(1);
  if (!line) return refuse({ code: 'line-not-found' });
  const previewed = await previewChange(desk, line, request.payload);
  if (!previewed.ok) return previewed;
  if (previewed.value && !samePreview(previewed.value, request.preview)) {
    return reprice(desk, request, previewed.value);
  }
  return send(desk, request, previewed.value === null);
}

function confirmedBefore(request: RequestRow): Result<Confirmed, RequestRefusal> {
  if (request.state === 'cancelled') {
    return refuse({ code: 'move-not-allowed', move: 'submit', state: request.state });
  }
  return ok({ id: request.id, number: request.number, state: request.state });
}

/** Whether two previews mean the same to the subscriber. */
export function samePreview(a: Preview, b: Preview | null): boolean {
  const essence = (preview: Preview) =>
    JSON.stringify([
      preview.feeNowKopecks,
      preview.feeMonthKopecks,
      preview.effectiveAt,
      preview.adds.toSorted(),
      preview.drops.toSorted(),
    ]);
  return b !== null && essence(a) === essence(b);
}

async function reprice(
  desk: RequestDesk,
  request: RequestRow,
  preview: Preview,
): Promise<Result<never, RequestRefusal>> {
  const { db, actor, now } = desk;
  const moved = moveRequest(db, request, {
    move: 'reprice',
    by: 'person',
    actor: actor.userId,
    at: now,
    note: { before: request.preview, after: preview },
    set: { preview },
  });
  if (!moved.ok) return moved;
  const written = await commit(db, moved.statements);
  if (!written.ok) return refuse({ code: 'conflict' });
  const version = request.version + 1;
  return refuse({ code: 'preview-changed', preview, before: request.preview, version });
}

async function send(
  desk: RequestDesk,
  request: RequestRow,
  byPerson: boolean,
): Promise<Result<Confirmed, RequestRefusal>> {
  const { db, actor, now } = desk;
  const move = byPerson ? 'assign' : request.scheduledFor ? 'schedule' : 'submit';
  const moved = moveRequest(db, request, { move, by: 'person', actor: actor.userId, at: now });
  if (!moved.ok) return moved;
  const written = await commit(
    db,
    [...moved.statements, ...nextWork(db, request, byPerson, now)],
    [{ topic: 'request', id: request.id }],
  );
  if (written.ok) {
    const state = move === 'submit' ? 'queued' : move === 'schedule' ? 'scheduled' : 'manual';
    return ok({ id: request.id, number: request.number, state });
  }
  if (!written.conflict.includes('line_id')) return refuse({ code: 'conflict' });
  const open = await getOpenRequest(db, request.lineId, request.subject);
  return refuse({ code: 'pending-request', number: open?.number ?? null });
}

function nextWork(db: TenantDb, request: RequestRow, byPerson: boolean, now: Date) {
  if (byPerson) return [];
  if (request.scheduledFor)
    return [callForRequest(db, 'request-release', request, request.scheduledFor, now)];
  return [callForRequest(db, 'carrier-order', request, now, now)];
}
