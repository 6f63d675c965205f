import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getLine, getLineCard } from '#db/tenant/queries/lines.ts';
import { getSaveTalk, type SaveTalkRow } from '#db/tenant/queries/save-talks.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { maySave, type SaveDesk, type TalkInput } from './open-talk.ts';
import { clockOf } from './port-clock.ts';
import type { SaveRefusal } from './save-refusal.ts';

/** One with the skill takes a talk that is nobody's. Of two at once one has it. */
export async function takeTalk(
  desk: SaveDesk,
  { saveId }: { saveId: string },
): Promise<Result<null, SaveRefusal>> {
  const { db, actor } = desk;
  const found = await findOpen(desk, saveId);
  if (!found.ok) return found;
  if (found.value.agentId === actor.userId) return ok(null);
  if (!(await maySave(db, actor.userId))) return refuse({ code: 'no-save-skill' });
  const line = await getLine(db, found.value.lineId);
  const bar = await findBar(desk, { carrier: line?.carrier ?? null });
  if (bar) return refuse(bar);
  const done = await change(desk, found.value, { agentId: actor.userId }, isNull(saveTalks.agentId));
  return done ? ok(null) : refuse({ code: 'talk-taken' });
}

/** Gives a talk back to the desk: whoever has it, or a lead for him. */
export async function releaseTalk(
  desk: SaveDesk,
  { saveId }: { saveId: string },
): Promise<Result<null, SaveRefusal>> {
  const found = await findOpen(desk, saveId);
  if (!found.ok) return found;
  const { agentId, version } = found.value;
  if (agentId !== desk.actor.userId && !can(desk.actor, 'routing:write'))
    return refuse({ code: 'talk-taken' });
  const done = await change(desk, found.value, { agentId: null }, eq(saveTalks.version, version));
  return done ? ok(null) : refuse({ code: 'conflict' });
}

/** Says anew what he wants and when he applied for it: the clock follows. */
export async function changeWish(
  desk: SaveDesk,
  { saveId, ...wish }: Pick<TalkInput, 'wish' | 'appliedOn' | 'rival'> & { saveId: string },
): Promise<Result<null, SaveRefusal>> {
  const found = await findOpen(desk, saveId);
  if (!found.ok) return found;
  const { lineId, version, openedAt } = found.value;
  const card = await getLineCard(desk.db, lineId);
  if (!card) return refuse({ code: 'line-not-found' });
  const [opened, today] = [openedAt, desk.now].map((at) => dateAt(at.getTime(), desk.timeZone));
  if (wish.appliedOn && wish.appliedOn > (today ?? '')) return refuse({ code: 'applied-ahead' });
  const clockOn = clockOf(wish, card.subscriber.kind, opened ?? '');
  const done = await change(desk, found.value, { ...wish, clockOn }, eq(saveTalks.version, version));
  return done ? ok(null) : refuse({ code: 'conflict' });
}

async function findOpen({ db, actor }: SaveDesk, saveId: string): Promise<Result<SaveTalkRow, SaveRefusal>> {
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const row = await getSaveTalk(db, saveId);
  if (!row) return refuse({ code: 'talk-not-found' });
  return row.state === 'open' ? ok(row) : refuse({ code: 'talk-move-not-allowed', state: row.state });
}

async function change(
  { db }: SaveDesk,
  { id, version }: SaveTalkRow,
  set: Partial<SaveTalkRow>,
  still: SQL,
): Promise<boolean> {
  const isOpen = and(eq(saveTalks.id, id), eq(saveTalks.state, 'open'), still);
  const statement = db
    .update(saveTalks)
    .set({ ...set, version: version + 1 })
    .where(isOpen);
  const written = await commit(db, [statement], [{ topic: 'save', id }]);
  return written.ok && written.results[0]?.rowsAffected === 1;
}
