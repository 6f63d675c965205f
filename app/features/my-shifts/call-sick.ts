import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { stillVersion } from '#db/still-version.ts';
import { getAbsence, listOwnAbsences } from '#db/tenant/queries/shift-life.ts';
import { absences } from '#db/tenant/schema/shift.ts';
import { type LifeAnswer, notOwn, planningOthers } from './life-desk.ts';

/** `to`: the last day he expects to be sick, in the tenant's zone. */
export const SickInput = z.strictObject({ id: z.uuid(), to: z.iso.date('date') });

const mostDays = 30;

/**
 * He is sick from now on. Nobody decides that: it holds at once, his shifts count as open, and those who plan are told.
 */
export async function callSick(
  desk: ShiftDesk,
  { id, to }: z.infer<typeof SickInput>,
): LifeAnswer<{ id: string }> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const today = dateAt(now.getTime(), timeZone);
  const days = daysBetween(today, to);
  if (days < 0 || days >= mostDays) return refuse({ code: 'sick-dates' });
  const others = await listOwnAbsences(db, actor.userId, now);
  if (others.some((one) => one.kind === 'sick' && one.state === 'granted' && one.fromAt <= now))
    return refuse({ code: 'absence-overlaps' });
  const span = { fromAt: now, toAt: new Date(midnightOf(addDays(to, 1), timeZone)) };
  const told = { kind: 'shift' as const, news: 'sick' as const, id, date: today };
  const written = await commit(
    db,
    [
      db.insert(absences).values({
        id,
        userId: actor.userId,
        ...span,
        kind: 'sick',
        state: 'granted',
        askedAt: now,
        decidedAt: now,
      }),
      ...tellPeople(db, await planningOthers(desk), { caseId: null, by: actor.userId, at: now, told }),
    ],
    [{ topic: 'shift', id }],
  );
  return written.ok ? ok({ id }) : refuse({ code: 'conflict' });
}

/** He is well again, sooner than he expected: from now on he is counted on. */
export async function endSickness(desk: ShiftDesk, { absenceId }: { absenceId: string }): LifeAnswer<null> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const row = await getAbsence(db, absenceId);
  if (row?.userId !== actor.userId || row.kind !== 'sick') return refuse({ code: 'absence-not-found' });
  if (row.toAt <= now) return refuse({ code: 'absence-over' });
  const end = db
    .update(absences)
    .set({ toAt: now, version: row.version + 1 })
    .where(eq(absences.id, row.id));
  const written = await commit(db, [stillVersion(db, absences, row), end], [{ topic: 'shift', id: row.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
