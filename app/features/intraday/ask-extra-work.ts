import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { type LifeAnswer, notOwn } from '#app/features/my-shifts/life-desk.ts';
import type { ShiftNews } from '#app/features/notice/notice.ts';
import { settleNotices, tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import { stillVersion } from '#db/still-version.ts';
import {
  type ExtraWorkRow,
  getExtraWork,
  getPublished,
  listExtraWork,
} from '#db/tenant/queries/shift-life.ts';
import { listRostersWithin, listWorkTerms } from '#db/tenant/queries/shifts.ts';
import { extraWork } from '#db/tenant/schema/shift-life.ts';
import { addTold, changeTold } from './change-told.ts';
import { minutesByDate, overtimeLeft } from './overtime-left.ts';
import { restBreaches } from './rest-breaches.ts';

/** Of a shift that is made longer: the part beyond it. */
export const ExtraWorkInput = z.object({
  id: z.uuid(),
  userId: z.string(),
  shiftId: z.uuid().or(z.literal('')),
  from: z.coerce.date(),
  to: z.coerce.date(),
  skill: z.string().max(40),
});
export type ExtraWorkInput = z.infer<typeof ExtraWorkInput>;

const mostMs = 12 * 3_600_000;
/** Neither may be asked, even with their consent (articles 99, 259 and 268). */
const barred = new Set(['pregnant', 'under16', 'under18']);

/** Asks a person for work beyond his plan. Nothing changes before he agrees. */
export async function askExtraWork(desk: ShiftDesk, input: ExtraWorkInput): LifeAnswer<{ id: string }> {
  const { db, control, actor, now, timeZone } = desk;
  if (!can(actor, 'shift:approve')) return refuse({ code: 'forbidden', action: 'shift:approve' });
  if (!(await isColleague(control, db.tenantId, input.userId))) return refuse({ code: 'extra-not-found' });
  const shift = input.shiftId === '' ? null : await getPublished(db, input.shiftId);
  if (input.shiftId !== '' && (shift?.userId !== input.userId || shift.cancelledAt))
    return refuse({ code: 'own-shift-over' });
  const { from, to } = input;
  if (to <= from || to <= now || to.getTime() - from.getTime() > mostMs)
    return refuse({ code: 'extra-over' });
  const date = shift?.date ?? dateAt(from.getTime(), timeZone);
  const terms = (await listWorkTerms(db)).find(({ userId }) => userId === input.userId);
  if (terms?.protections.some(({ kind, until }) => barred.has(kind) && (until === null || until >= date)))
    return refuse({ code: 'overtime-barred' });
  if (shift) {
    const agreed = await listExtraWork(db, [input.userId], `${addDays(date, -1).slice(0, 4)}-01-01`);
    const leftMinutes = overtimeLeft(minutesByDate(agreed), date);
    if ((to.getTime() - from.getTime()) / 60_000 > leftMinutes)
      return refuse({ code: 'overtime-over', leftMinutes });
  }
  const work = { userId: input.userId, shiftId: shift?.id ?? null, date, from, to };
  const rests = await restBreaches(desk, work);
  if (rests.length > 0) return refuse({ code: 'exchange-illegal', rules: rests });
  const { id, userId, skill } = input;
  const row = {
    id,
    userId,
    shiftId: shift?.id ?? null,
    date,
    startsAt: from,
    endsAt: to,
    skill: skill || null,
  };
  const asked = {
    kind: shift ? ('overtime' as const) : ('call-in' as const),
    askedBy: actor.userId,
    askedAt: now,
  };
  const add = db.insert(extraWork).values({ ...row, ...asked, state: 'asked', version: 0 });
  const written = await commit(
    db,
    [add, ...tell(desk, [userId], 'extra-asked', row)],
    [{ topic: 'shift', id }],
  );
  return written.ok ? ok({ id }) : refuse({ code: 'asked-already' });
}

/** He agrees, and his shift is longer or he has one; or he does not, and nothing changes. */
export async function answerExtraWork(
  desk: ShiftDesk,
  { extraId, agrees }: { extraId: string; agrees: boolean },
): LifeAnswer<null> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const row = await getExtraWork(db, extraId);
  if (row?.userId !== actor.userId) return refuse({ code: 'extra-not-found' });
  if (row.state !== 'asked' || row.endsAt <= now) return refuse({ code: 'extra-over' });
  const { userId, shiftId, date, startsAt: from, endsAt: to } = row;
  const rests = agrees ? await restBreaches(desk, { userId, shiftId, date, from, to }) : [];
  if (rests.length > 0) return refuse({ code: 'exchange-illegal', rules: rests });
  const work = agrees ? await agreedWork(desk, row) : [];
  if (work === null) return refuse({ code: 'plan-solving' });
  const state = agrees ? ('agreed' as const) : ('declined' as const);
  const answer = db
    .update(extraWork)
    .set({ state, version: row.version + 1, answeredAt: now })
    .where(eq(extraWork.id, row.id));
  const heard = [
    settleNotices(db, 'shift', `${row.id} extra-asked`, now),
    ...tell(desk, [row.askedBy], agrees ? 'extra-agreed' : 'extra-declined', row),
  ];
  const statements = [stillVersion(db, extraWork, row), answer, ...work, ...heard];
  const written = await commit(db, statements, [{ topic: 'shift', id: row.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

async function agreedWork({ db, actor, now }: ShiftDesk, row: ExtraWorkRow): Promise<Statement[] | null> {
  const author = { by: actor.userId, at: now };
  const shift = row.shiftId === null ? null : await getPublished(db, row.shiftId);
  if (shift) {
    const startsAt = new Date(Math.min(shift.startsAt.getTime(), row.startsAt.getTime()));
    const endsAt = new Date(Math.max(shift.endsAt.getTime(), row.endsAt.getTime()));
    return changeTold(db, shift, { startsAt, endsAt }, { ...author, isAgreed: true });
  }
  const [roster] = await listRostersWithin(db, { from: row.date, to: addDays(row.date, 1) });
  if (!roster) return null;
  const { id, userId, date, startsAt, endsAt, skill } = row;
  return addTold(db, { id, rosterId: roster.id, userId, date, startsAt, endsAt, skill }, author);
}

function tell(
  { db, actor, now }: ShiftDesk,
  people: string[],
  news: ShiftNews,
  { id, date }: { id: string; date: string },
) {
  const told = { kind: 'shift' as const, news, id, date };
  return tellPeople(db, people, { caseId: null, by: actor.userId, at: now, told });
}
