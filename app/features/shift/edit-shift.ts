import { z } from 'zod';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { wallClock } from '#app/features/sla/wall-clock.ts';
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

/** Who begins when on the tenant's wall clock, on a half hour, and for how many minutes of elapsed time. */
export const ShiftTime = z.strictObject({
  userId: z.string().max(80),
  date: z.iso.date(),
  from: z.string().regex(/^([01]\d|2[0-3]):[03]0$/),
  minutes: z.int().multipleOf(30),
});
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
    const placed = await fitShift(desk, roster, { ...newShift, id, rosterId, userId: time.userId }, time);
    return placed.ok ? ok({ kind: 'place', before: [], after: [placed.value] }) : placed;
  });
}

const never = new Date(0);
const newShift = {
  date: '',
  startsAt: never,
  endsAt: never,
  breaks: [],
  skill: null,
  templateId: null,
  version: 0,
  isPinned: true,
  note: null,
};

/** Moves a shift to another time, stretches it, gives it to another person, or lets the engine move it again. */
export function moveShift(
  desk: ShiftDesk,
  { rosterId, shiftId }: { rosterId: string; shiftId: string },
  { version, isPinned, ...time }: z.infer<typeof ShiftChange>,
): ShiftRefused<{ version: number }> {
  return changeRoster(desk, rosterId, async (roster) => {
    const found = await findShift(desk, { rosterId, shiftId, version });
    if (!found.ok) return found;
    if (!(await isColleague(desk.control, desk.db.tenantId, time.userId)))
      return refuse({ code: 'person-not-found' });
    const moving = { ...found.value, userId: time.userId, isPinned, version: version + 1 };
    const moved = await fitShift(desk, roster, moving, time);
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

/** The shift at its new time with its breaks, if it can be there at all; what the law says of it is shown, not refused. */
async function fitShift(
  desk: ShiftDesk,
  roster: RosterRow,
  shift: ShiftRow,
  { date, from, minutes }: Time,
): ShiftRefused<ShiftRow> {
  if (minutes < 30 || minutes > mostMinutes) return refuse({ code: 'shift-length', most: mostMinutes });
  if (date < roster.fromDate || date >= roster.toDate) return refuse({ code: 'shift-outside' });
  const timed = { ...shift, date, ...instantsOf({ date, from, minutes }, desk.timeZone) };
  const near = await listShiftsWithin(desk.db, { from: addDays(date, -2), to: addDays(date, 3) });
  const free = isFree(
    near.filter(({ id, userId }) => userId === shift.userId && id !== shift.id),
    timed,
  );
  if (!free.ok) return free;
  return ok({ ...timed, ...breaksFor(await listTemplates(desk.db), timed, desk.timeZone) });
}

function instantsOf({ date, from, minutes }: Omit<Time, 'userId'>, timeZone: string) {
  const near = Date.parse(date);
  const [hours = 0, past = 0] = from.split(':').map(Number);
  const startsAt = wallClock(timeZone, { from: near, to: near })(date, 60 * hours + past);
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + minutes * 60_000) };
}

function isFree(
  others: readonly ShiftRow[],
  { date, startsAt, endsAt }: ShiftRow,
): Result<null, ShiftRefusal> {
  if (others.some((other) => other.date === date)) return refuse({ code: 'day-taken', date });
  const over = others.find((other) => other.startsAt < endsAt && other.endsAt > startsAt);
  return over ? refuse({ code: 'shift-overlaps', date: over.date }) : ok(null);
}
