import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { settleNotices, tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { stillVersion } from '#db/still-version.ts';
import { type AbsenceRow, getAbsence, listOwnAbsences } from '#db/tenant/queries/shift-life.ts';
import { absences } from '#db/tenant/schema/shift.ts';
import { type LifeAnswer, notOwn, planningOthers } from './life-desk.ts';

/** Dates of the tenant's zone, both included. */
export const AbsenceInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['leave', 'training', 'unavailable']),
  from: z.iso.date('date'),
  to: z.iso.date('date'),
  note: z.string().trim().max(500, 'long'),
});
export type AbsenceInput = z.infer<typeof AbsenceInput>;

const mostDays = 120;

/** Asks for days off. Nothing of the plan changes before somebody has said yes. */
export async function askAbsence(desk: ShiftDesk, input: AbsenceInput): LifeAnswer<{ id: string }> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const days = daysBetween(input.from, input.to);
  const isAhead = input.from >= dateAt(now.getTime(), timeZone);
  if (!isAhead || days < 0 || days >= mostDays) return refuse({ code: 'absence-dates' });
  const span = {
    fromAt: new Date(midnightOf(input.from, timeZone)),
    toAt: new Date(midnightOf(addDays(input.to, 1), timeZone)),
  };
  const others = (await listOwnAbsences(db, actor.userId, now)).filter(({ id }) => id !== input.id);
  if (others.some((one) => isStanding(one) && one.fromAt < span.toAt && one.toAt > span.fromAt))
    return refuse({ code: 'absence-overlaps' });
  const { id, kind, note } = input;
  const asked = { id, kind, note: note || null, userId: actor.userId, ...span, askedAt: now };
  const told = { kind: 'shift' as const, news: 'absence-asked' as const, id, date: input.from };
  const heard = tellPeople(db, await planningOthers(desk), { caseId: null, by: actor.userId, at: now, told });
  const add = db.insert(absences).values({ ...asked, state: 'asked' });
  const written = await commit(db, [add, ...heard], [{ topic: 'shift', id }]);
  return written.ok || (await getAbsence(db, id))?.userId === actor.userId
    ? ok({ id })
    : refuse({ code: 'conflict' });
}

/** Takes back what he asked, or leave he was given that has not begun. */
export async function withdrawAbsence(desk: ShiftDesk, { absenceId }: { absenceId: string }) {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const row = await getAbsence(db, absenceId);
  if (!row || row.userId !== actor.userId) return refuse({ code: 'absence-not-found' as const });
  if (!isStanding(row) || row.fromAt <= now) return refuse({ code: 'absence-over' as const });
  const settled = settleNotices(db, 'shift', `${row.id} absence-asked`, now);
  return change(desk, row, { state: 'withdrawn' }, [settled]);
}

/** Somebody who plans says yes or no; nobody decides for himself. */
export async function decideAbsence(
  desk: ShiftDesk,
  { absenceId, answer, reason }: { absenceId: string; answer: 'granted' | 'refused'; reason: string },
): LifeAnswer<null> {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'shift:approve')) return refuse({ code: 'forbidden', action: 'shift:approve' });
  const row = await getAbsence(db, absenceId);
  if (!row) return refuse({ code: 'absence-not-found' });
  if (row.userId === actor.userId) return refuse({ code: 'own-ask' });
  if (row.state !== 'asked') return refuse({ code: 'absence-over' });
  const news = answer === 'granted' ? ('absence-granted' as const) : ('absence-refused' as const);
  const date = dateAt(row.fromAt.getTime(), timeZone);
  const told = { kind: 'shift' as const, news, id: row.id, date };
  return change(
    desk,
    row,
    { state: answer, reason: reason || null, decidedBy: actor.userId, decidedAt: now },
    [
      settleNotices(db, 'shift', `${row.id} absence-asked`, now),
      ...tellPeople(db, [row.userId], { caseId: null, by: actor.userId, at: now, told }),
    ],
  );
}

function isStanding({ state }: AbsenceRow): boolean {
  return state === 'asked' || state === 'granted';
}

async function change(
  { db }: ShiftDesk,
  { id, version }: AbsenceRow,
  set: Partial<AbsenceRow>,
  more: Statement[],
): LifeAnswer<null> {
  const statement = db
    .update(absences)
    .set({ ...set, version: version + 1 })
    .where(eq(absences.id, id));
  const guard = stillVersion(db, absences, { id, version });
  const written = await commit(db, [guard, statement, ...more], [{ topic: 'shift', id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
