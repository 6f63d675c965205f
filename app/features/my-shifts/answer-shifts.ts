import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { textsIn } from '#db/json-rows.ts';
import { getPublished } from '#db/tenant/queries/shift-life.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';
import { type LifeAnswer, notOwn, planningOthers } from './life-desk.ts';

/** Ids, a comma between. */
export const SeenShifts = z.object({
  shiftIds: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).min(1).max(200)),
});

/** He has seen these shifts of his as they now are. To see is not to agree. */
export async function acknowledgeShifts(
  { db, actor, now }: ShiftDesk,
  { shiftIds }: z.infer<typeof SeenShifts>,
): LifeAnswer<null> {
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const own = and(eq(publishedShifts.userId, actor.userId), isNull(publishedShifts.ackAt));
  const seen = db
    .update(publishedShifts)
    .set({ ackAt: now })
    .where(and(own, sql`${publishedShifts.id} ${textsIn(shiftIds)}`));
  await commit(db, [seen], [{ topic: 'shift', id: actor.userId, userId: actor.userId }]);
  return ok(null);
}

export const ConsentInput = z.object({
  answer: z.enum(['agree', 'decline']),
  version: z.coerce.number<string>().int(),
});
type Answer = { shiftId: string; agrees: boolean; version: number };

/**
 * Answers a change that he was told of less than a month ahead, which holds only with his consent (article 103). Who does
 * not agree is heard by those who plan: the shift stays until they change it.
 */
export async function answerChange(desk: ShiftDesk, { shiftId, agrees, version }: Answer): LifeAnswer<null> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const row = await getPublished(db, shiftId);
  if (row?.userId !== actor.userId) return refuse({ code: 'own-shift-not-found' });
  if (row.cancelledAt || row.startsAt <= now || !row.needsConsent) return refuse({ code: 'own-shift-over' });
  const same = and(
    eq(publishedShifts.id, shiftId),
    eq(publishedShifts.userId, actor.userId),
    eq(publishedShifts.version, version),
  );
  const answer = db
    .update(publishedShifts)
    .set({ ackAt: now, consentAt: agrees ? now : null })
    .where(same);
  const told = {
    kind: 'shift' as const,
    news: 'shift-declined' as const,
    id: `${shiftId}:${version}`,
    date: row.date,
  };
  const heard = agrees
    ? []
    : tellPeople(db, await planningOthers(desk), { caseId: null, by: actor.userId, at: now, told });
  const written = await commit(db, [answer, ...heard], [{ topic: 'shift', id: shiftId }]);
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}
