import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { leavingReasons } from '#app/features/churn/churn.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getSaveTalk, type SaveTalkRow } from '#db/tenant/queries/save-talks.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import type { SaveDesk } from './open-talk.ts';
import { followDays } from './save-desk.ts';
import { decideSave } from './save-moves.ts';
import type { SaveRefusal } from './save-refusal.ts';

const dayMs = 86_400_000;
const outcomes = ['stay', 'leave', 'dismiss'] as const;

/** How a talk ended: both the outcome and the reason, in words too where the reason is not one of ours. */
export const ClosingInput = z
  .strictObject({
    version: z.int(),
    outcome: z.enum(outcomes, 'required'),
    reason: z.enum(leavingReasons, 'required'),
    note: z.string().trim().max(500, 'long'),
  })
  .refine(({ reason, note, outcome }) => outcome === 'dismiss' || reason !== 'unknown' || note.length >= 3, {
    path: ['note'],
    error: 'short',
  });
export type ClosingInput = z.infer<typeof ClosingInput>;

/**
 * Ends a talk. Who stays is followed for 90 days before he counts; who leaves is let go at once, and nothing of what
 * was or was not proposed can keep the talk open.
 */
export async function closeTalk(
  desk: SaveDesk,
  { saveId, version, outcome, reason, note }: ClosingInput & { saveId: string },
): Promise<Result<null, SaveRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const row = await getSaveTalk(db, saveId);
  if (!row) return refuse({ code: 'talk-not-found' });
  const decided = decideSave(row.state, outcome, 'person');
  if (!decided.ok) return decided;
  if (row.version !== version) return refuse({ code: 'conflict' });
  const dueAt = dueOf(desk, row, outcome);
  const set = { state: decided.to, reason, note: note || null, closedBy: actor.userId, closedAt: now, dueAt };
  const looks = dueAt ? [callFollowUp(db, { saveId, version: version + 1 }, now)] : [];
  return move(desk, row, { ...set, agentId: row.agentId ?? actor.userId }, looks);
}

/** Takes a closing back: a slip of the hand, or he has changed his mind. Not once it was acted upon. */
export async function reopenTalk(
  desk: SaveDesk,
  { saveId }: { saveId: string },
): Promise<Result<null, SaveRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const row = await getSaveTalk(db, saveId);
  if (!row) return refuse({ code: 'talk-not-found' });
  const decided = decideSave(row.state, 'reopen', 'person');
  if (!decided.ok) return decided;
  if (row.settledAt) return refuse({ code: 'talk-settled' });
  const closing = { reason: null, note: null, closedBy: null, closedAt: null, dueAt: null };
  return move(desk, row, { state: decided.to, ...closing }, []);
}

/** Who is disconnected is gone now, who ports on the day his number may go. */
function dueOf({ now, timeZone }: SaveDesk, row: SaveTalkRow, outcome: ClosingInput['outcome']): Date | null {
  if (outcome === 'dismiss') return null;
  if (outcome === 'stay') return new Date(now.getTime() + followDays * dayMs);
  if (row.wish === 'disconnect') return now;
  return new Date(Math.max(now.getTime(), midnightOf(row.clockOn, timeZone)));
}

/** The first look, which comes again until it is due. `version`: of the closing; a talk that was reopened has another. */
function callFollowUp(db: TenantDb, payload: { saveId: string; version: number }, at: Date): Statement {
  const queue = { queue: 'save-follow-up', gate: 'save-follow-up', lane: 'bulk' } as const;
  return callFor(db, { ...queue, payload, dueAt: at }, at);
}

async function move(
  { db }: SaveDesk,
  { id, version }: SaveTalkRow,
  set: Partial<SaveTalkRow>,
  more: Statement[],
): Promise<Result<null, SaveRefusal>> {
  const same = and(eq(saveTalks.id, id), eq(saveTalks.version, version));
  const statement = db
    .update(saveTalks)
    .set({ ...set, version: version + 1 })
    .where(same);
  const written = await commit(db, [statement, ...more], [{ topic: 'save', id }]);
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}
