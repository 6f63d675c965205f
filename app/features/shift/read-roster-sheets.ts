import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { getRoster, listAbsencesWithin, listShifts, listWorkTerms } from '#db/tenant/queries/shifts.ts';
import { clockOf } from './clock-of.ts';
import { type PayHours, payHoursOf } from './pay-hours.ts';
import type { ShiftDesk } from './shift-desk.ts';
import { timeText } from './shift-steps.ts';

export type RosterSheetFacts = {
  fromDate: string;
  lastDate: string;
  dates: string[];
  people: { userId: string; name: string }[];
  shifts: { userId: string; date: string; from: string; to: string }[];
  absences: { userId: string; date: string }[];
  hours: PayHours[];
};

/** What the files of a plan are made of: who works when, and what of it is paid how. `null`: there is no such plan. */
export async function readRosterSheets(
  { db, control, timeZone }: Omit<ShiftDesk, 'actor' | 'now'>,
  rosterId: string,
): Promise<RosterSheetFacts | null> {
  const roster = await getRoster(db, rosterId);
  if (!roster) return null;
  const { fromDate, toDate } = roster;
  const dates = Array.from({ length: daysBetween(fromDate, toDate) }, (_, day) => addDays(fromDate, day));
  const rows = await listShifts(db, rosterId);
  const zones = new Map((await listWorkTerms(db)).map((row) => [row.userId, row.timeZone]));
  const people = (await listColleagues(control, db.tenantId))
    .map(({ id, name }) => ({ userId: id, name, timeZone: zones.get(id) ?? timeZone }))
    .filter(({ userId }) => zones.has(userId) || rows.some((row) => row.userId === userId));
  const span = { from: new Date(midnightOf(fromDate, timeZone)), to: new Date(midnightOf(toDate, timeZone)) };
  const away = (await listAbsencesWithin(db, span)).filter(({ kind }) => kind !== 'unavailable');
  const wall = (at: Date) => timeText(30 * (clockOf(timeZone, at.getTime(), 1).halfHours[0] ?? 0));
  return {
    fromDate,
    dates,
    people,
    lastDate: addDays(toDate, -1),
    shifts: rows.map(({ userId, date, startsAt, endsAt }) => ({
      userId,
      date,
      from: wall(startsAt),
      to: wall(endsAt),
    })),
    absences: dates.flatMap((date) => {
      const noon = midnightOf(date, timeZone) + 12 * 3_600_000;
      const then = away.filter(({ fromAt, toAt }) => fromAt.getTime() <= noon && toAt.getTime() > noon);
      return then.map(({ userId }) => ({ userId, date }));
    }),
    hours: payHoursOf(people, rows, timeZone),
  };
}
