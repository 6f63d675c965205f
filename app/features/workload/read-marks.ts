import { weekdayOf } from '#app/features/sla/calendar.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import type { TenantDb } from '#db/open.ts';
import { listCalendarVersions } from '#db/tenant/queries/sla.ts';
import { listMarkedDays } from '#db/tenant/queries/workload.ts';
import type { DayKind } from './marked-day.ts';
import type { Marks } from './special-days.ts';
import type { WorkQueueKey } from './work-queue.ts';

export type DayMark = { on: string; kind: DayKind; note: string | null };

/**
 * The days that are unlike others for a queue: the special days of the calendars, where nobody works or, by a decree, where
 * somebody does; and what people marked, which goes first.
 */
export async function readMarks(db: TenantDb, queue: WorkQueueKey): Promise<DayMark[]> {
  const [versions, marked] = await Promise.all([listCalendarVersions(db), listMarkedDays(db)]);
  const marks = new Map<string, DayMark>();
  for (const { hours } of versions)
    for (const { date, name, periods } of hours.specialDays) {
      const kind = kindOf(periods.length > 0, (hours.week[weekdayOf(date) - 1] ?? []).length > 0);
      if (kind) marks.set(date, { on: date, kind, note: name });
    }
  const own = marked.filter((one) => one.queue === '' || one.queue === queue);
  for (const { on, kind, note } of own.sort((a, b) => a.queue.length - b.queue.length))
    marks.set(on, { on, kind, note });
  return [...marks.values()];
}

/** A day with shorter hours is as its weekday. */
function kindOf(isOpen: boolean, isUsuallyOpen: boolean): DayKind | null {
  if (isOpen === isUsuallyOpen) return null;
  return isOpen ? 'working-day' : 'holiday';
}

/** The same, counted in days from a date; what lies before it is left out. */
export function marksFrom(firstOn: string, marks: readonly DayMark[]): Marks {
  return new Map(
    marks.map(({ on, kind }) => [daysBetween(firstOn, on), kind] as const).filter(([day]) => day >= 0),
  );
}
