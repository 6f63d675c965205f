import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { wallClock } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { listAbsencesWithin, listShifts, type ShiftRow } from '#db/tenant/queries/shifts.ts';
import { changeRoster } from './change-roster.ts';
import type { ShiftDesk, ShiftRefused } from './shift-desk.ts';

/** The seven days from `from` on, to those from `to` on. */
export const CopiedWeek = z.object({ from: z.iso.date(), to: z.iso.date() });

/** Copies a week onto another of the same plan, at the same wall-clock times. Days already taken, and leave, are left alone. */
export async function copyWeek(
  desk: ShiftDesk,
  rosterId: string,
  { from, to }: z.infer<typeof CopiedWeek>,
): ShiftRefused<{ version: number; copied: number }> {
  let copied = 0;
  const done = await changeRoster(desk, rosterId, async (roster) => {
    const all = await listShifts(desk.db, rosterId);
    const days = daysBetween(from, to);
    const copies = shiftWeek(all, { from, days }, desk.timeZone).filter(
      ({ date }) => date >= roster.fromDate && date < roster.toDate,
    );
    const [first, last] = [copies[0]?.startsAt ?? desk.now, copies.at(-1)?.endsAt ?? desk.now];
    const absences = await listAbsencesWithin(desk.db, {
      from: first,
      to: new Date(last.getTime() + 86_400_000),
    });
    const after = copies.filter(
      (copy) =>
        !all.some(
          (shift) => shift.userId === copy.userId && (shift.date === copy.date || overlap(shift, copy)),
        ) &&
        !absences.some(
          ({ userId, fromAt, toAt }) =>
            userId === copy.userId && overlap(copy, { startsAt: fromAt, endsAt: toAt }),
        ),
    );
    copied = after.length;
    return after.length === 0 || days === 0
      ? refuse({ code: 'nothing-to-copy' })
      : ok({ kind: 'copy', before: [], after });
  });
  return done.ok ? ok({ version: done.value.version, copied }) : done;
}

type Span = Pick<ShiftRow, 'startsAt' | 'endsAt'>;
const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The wall clock is kept, so over a change of clocks a copy begins an hour earlier or later in elapsed time. */
function shiftWeek(
  all: readonly ShiftRow[],
  { from, days }: { from: string; days: number },
  timeZone: string,
): ShiftRow[] {
  const until = addDays(from, 7);
  return all
    .filter(({ date }) => date >= from && date < until)
    .map((shift) => {
      const at = shift.startsAt.getTime();
      const wall = wallClock(timeZone, { from: at, to: at + days * 86_400_000 });
      const minutes = (at - wall(shift.date, 0)) / 60_000;
      const date = addDays(shift.date, days);
      const later = wall(date, minutes) - at;
      const move = (one: Date) => new Date(one.getTime() + later);
      const breaks = shift.breaks.map((one) => ({
        ...one,
        startsAt: one.startsAt + later,
        endsAt: one.endsAt + later,
      }));
      const times = { startsAt: move(shift.startsAt), endsAt: move(shift.endsAt), breaks };
      return { ...shift, ...times, id: uuid(), date, version: 0, isPinned: true, note: null };
    });
}
