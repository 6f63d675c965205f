import { z } from 'zod';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import {
  getShift,
  listShiftsWithin,
  listTemplates,
  type RosterRow,
  type ShiftRow,
} from '#db/tenant/queries/shifts.ts';
import { breaksFor } from './breaks-for.ts';
import { changeRoster } from './change-roster.ts';
import type { ShiftDesk, ShiftRefused } from './shift-desk.ts';
import type { ShiftRefusal } from './shift-refusal.ts';

const instant = z.coerce.date().refine((at) => at.getTime() % slotMs === 0);

/** Who works from when to when; both on a half hour. */
export const ShiftTime = z.strictObject({ userId: z.string(), startsAt: instant, endsAt: instant });
/** `version`: the one that was looked at. */
export const ShiftChange = z.strictObject({ ...ShiftTime.shape, isPinned: z.boolean(), version: z.int() });
export const SeenShift = z.strictObject({ version: z.int() });

type Time = z.infer<typeof ShiftTime>;
const mostMinutes = 24 * 60;

/** Puts a person on a shift by hand; the engine leaves it there. */
export function placeShift(
  desk: ShiftDesk,
  rosterId: string,
  { id, ...time }: Time & { id: string },
): ShiftRefused<{ version: number }> {
  return changeRoster(desk, rosterId, async (roster) => {
    if (!(await isColleague(desk.control, desk.db.tenantId, time.userId)))
      return refuse({ code: 'person-not-found' });
    const placed = await fitShift(desk, roster, { ...newShift, id, rosterId, ...time });
    return placed.ok ? ok({ kind: 'place', before: [], after: [placed.value] }) : placed;
  });
}

const newShift = {
  breaks: [],
  skill: null,
  templateId: null,
  version: 0,
  isPinned: true,
  note: null,
  date: '',
};

/** Moves a shift to another time, stretches it, gives it to another person, or lets the engine move it again. */
export function moveShift(
  desk: ShiftDesk,
  { rosterId, shiftId }: { rosterId: string; shiftId: string },
  { version, ...time }: z.infer<typeof ShiftChange>,
): ShiftRefused<{ version: number }> {
  return changeRoster(desk, rosterId, async (roster) => {
    const found = await findShift(desk, { rosterId, shiftId, version });
    if (!found.ok) return found;
    if (!(await isColleague(desk.control, desk.db.tenantId, time.userId)))
      return refuse({ code: 'person-not-found' });
    const moved = await fitShift(desk, roster, { ...found.value, ...time, version: version + 1 });
    return moved.ok ? ok({ kind: 'move', before: [found.value], after: [moved.value] }) : moved;
  });
}

export function removeShift(
  desk: ShiftDesk,
  { rosterId, shiftId }: { rosterId: string; shiftId: string },
  { version }: z.infer<typeof SeenShift>,
): ShiftRefused<{ version: number }> {
  return changeRoster(desk, rosterId, async () => {
    const found = await findShift(desk, { rosterId, shiftId, version });
    return found.ok ? ok({ kind: 'remove', before: [found.value], after: [] }) : found;
  });
}

async function findShift(
  { db }: ShiftDesk,
  { rosterId, shiftId, version }: { rosterId: string; shiftId: string; version: number },
): ShiftRefused<ShiftRow> {
  const shift = await getShift(db, shiftId);
  if (shift?.rosterId !== rosterId) return refuse({ code: 'shift-not-found' });
  return shift.version === version ? ok(shift) : refuse({ code: 'shift-changed' });
}

/** The shift with its date and breaks, if it can be there at all; what the law says of it is shown, not refused. */
async function fitShift(desk: ShiftDesk, roster: RosterRow, shift: ShiftRow): ShiftRefused<ShiftRow> {
  const date = dateAt(shift.startsAt.getTime(), desk.timeZone);
  const minutes = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 60_000;
  if (minutes < 30 || minutes > mostMinutes) return refuse({ code: 'shift-length', most: mostMinutes });
  if (date < roster.fromDate || date >= roster.toDate) return refuse({ code: 'shift-outside' });
  const near = await listShiftsWithin(desk.db, { from: addDays(date, -2), to: addDays(date, 3) });
  const others = near.filter(({ id, userId }) => userId === shift.userId && id !== shift.id);
  const free = isFree(others, { ...shift, date });
  if (!free.ok) return free;
  return ok({ ...shift, date, ...breaksFor(await listTemplates(desk.db), shift, desk.timeZone) });
}

function isFree(
  others: readonly ShiftRow[],
  { date, startsAt, endsAt }: ShiftRow,
): Result<null, ShiftRefusal> {
  if (others.some((other) => other.date === date)) return refuse({ code: 'day-taken', date });
  const over = others.find((other) => other.startsAt < endsAt && other.endsAt > startsAt);
  return over ? refuse({ code: 'shift-overlaps', date: over.date }) : ok(null);
}
