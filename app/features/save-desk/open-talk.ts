import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listDepartures } from '#db/tenant/queries/churn.ts';
import { getLine, getLineCard } from '#db/tenant/queries/lines.ts';
import { getProfile } from '#db/tenant/queries/routing.ts';
import { getOpenTalk, type SaveTalkRow } from '#db/tenant/queries/save-talks.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { clockOf } from './port-clock.ts';
import { leavingWishes } from './save-desk.ts';
import type { SaveRefusal } from './save-refusal.ts';

export type SaveDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

export const WishFields = z.strictObject({
  wish: z.enum(leavingWishes, 'required'),
  /** Empty: he has not applied to anybody yet. */
  appliedOn: z.union([z.literal('').transform(() => null), z.iso.date('date'), z.null()]),
  rival: z
    .string()
    .trim()
    .max(80, 'long')
    .nullable()
    .transform((name) => name || null),
});
export const TalkInput = WishFields.extend({ formToken: z.uuid(), caseId: z.uuid().nullable() });
export type TalkInput = z.infer<typeof TalkInput>;
type Wish = Omit<TalkInput, 'formToken'> & { formToken: string };

/**
 * Begins the talk with somebody who asked to leave; who has one under way goes on with it. Whoever has the skill
 * and the pass and opens it talks to him; else it waits on the desk for somebody who has.
 */
export async function openTalk(
  desk: SaveDesk,
  input: TalkInput & { lineId: string },
): Promise<Result<{ id: string; isNew: boolean }, SaveRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'offer:propose')) return refuse({ code: 'forbidden', action: 'offer:propose' });
  const line = await getLine(db, input.lineId);
  const bar = await findBar(desk, { carrier: line?.carrier ?? null });
  const talksHimself = bar === null && (await maySave(db, actor.userId));
  return beginTalk(desk, input, talksHimself ? actor.userId : null);
}

/** The same in whoever's name; `agentId`: who talks to him, if that is known. */
export async function beginTalk(
  desk: SaveDesk,
  input: Wish & { lineId: string },
  agentId: string | null,
): Promise<Result<{ id: string; isNew: boolean }, SaveRefusal>> {
  const { db, actor, now } = desk;
  const standing = await getOpenTalk(db, input.lineId);
  if (standing) return ok({ id: standing.id, isNew: false });
  const built = await rowOf(desk, input);
  if (!built.ok) return built;
  const row = { ...built.value, openedBy: actor.userId, agentId };
  const written = await commit(db, [db.insert(saveTalks).values(row)], [{ topic: 'save', id: row.id }]);
  if (written.ok) return ok({ id: row.id, isNew: true });
  const faster = await getOpenTalk(db, input.lineId);
  return faster && faster.openedAt <= now
    ? ok({ id: faster.id, isNew: false })
    : refuse({ code: 'conflict' });
}

/** Whether those who leave are his to talk to; who was told nothing of skills has all of them. */
export async function maySave(db: TenantDb, userId: string): Promise<boolean> {
  return (await getProfile(db, userId))?.saves ?? true;
}

async function rowOf(
  { db, now, timeZone }: SaveDesk,
  { lineId, ...input }: Wish & { lineId: string },
): Promise<Result<Omit<SaveTalkRow, 'openedBy' | 'agentId'>, SaveRefusal>> {
  const card = await getLineCard(db, lineId);
  if (!card) return refuse({ code: 'line-not-found' });
  if (input.caseId && !(await getCase(db, input.caseId))) return refuse({ code: 'case-not-found' });
  const today = dateAt(now.getTime(), timeZone);
  if (input.appliedOn && input.appliedOn > today) return refuse({ code: 'applied-ahead' });
  const departures = await listDepartures(db, lineId);
  if (departures.some(({ returnedOn }) => returnedOn === null)) return refuse({ code: 'line-has-left' });
  const open = { reason: null, note: null, closedBy: null, closedAt: null, dueAt: null, settledAt: null };
  const begun = { state: 'open' as const, version: 1, openedAt: now, ...open };
  const clockOn = clockOf(input, card.subscriber.kind, today);
  return ok({ id: uuid(), lineId, ...input, ...begun, clockOn });
}
