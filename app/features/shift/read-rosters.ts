import { can } from '#app/features/access/can.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { countShifts, listRosters } from '#db/tenant/queries/shifts.ts';
import type { ShiftDesk } from './shift-desk.ts';

export type RostersView = Awaited<ReturnType<typeof readRosters>>;

/** Every plan, the newest first, and the Monday on which the next would begin. */
export async function readRosters({ db, actor, now, timeZone }: Omit<ShiftDesk, 'control'>) {
  const [rows, counts] = [await listRosters(db, 60), await countShifts(db)];
  const last = rows.find(({ state }) => state !== 'retired')?.toDate;
  const nextMonday = mondayAfter(dateAt(now.getTime(), timeZone));
  return {
    rosters: rows.map(({ id, fromDate, toDate, state, outcome, publishedAt }) => ({
      id,
      fromDate,
      state,
      publishedAt,
      lastDate: addDays(toDate, -1),
      shifts: counts.get(id) ?? 0,
      gap: outcome?.gap ?? null,
      shortShare:
        outcome && outcome.requiredMinutes > 0 ? outcome.underMinutes / outcome.requiredMinutes : null,
    })),
    nextFrom: last && last > nextMonday ? last : nextMonday,
    mayWrite: can(actor, 'shift:write'),
  };
}

function mondayAfter(date: string): string {
  const sinceMonday = ((daysBetween('2024-01-01', date) % 7) + 7) % 7;
  return addDays(date, 7 - sinceMonday);
}
