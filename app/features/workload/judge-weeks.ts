import { setImmediate } from 'node:timers/promises';
import { weekdayOf } from '#app/features/sla/calendar.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import type { TenantDb } from '#db/open.ts';
import { listAccuracy, listWeekAhead } from '#db/tenant/queries/workload.ts';
import type { WeekErrors } from './forecast-made.ts';
import { asWallDay, halfHoursADay, wallHalfHours } from './half-hours.ts';
import { judgeWeek } from './prove-forecast.ts';
import type { Series } from './series.ts';
import type { Marks } from './special-days.ts';
import type { WorkQueueKey } from './work-queue.ts';

export type JudgedWeek = { queue: WorkQueueKey; weekFrom: string; isReplayed: boolean; errors: WeekErrors };

/** So many weeks that have ended speak for or against a forecast. */
const judgedWeeks = 8;
/** Of fewer days before it nothing is foretold. */
const fewestDays = 14;

/**
 * The last weeks that have ended, each judged once: by what was said of it a week ahead, or, where nobody said anything, by
 * what would have been said. Those judged before come as they were kept. `most`: so many weeks are looked at.
 */
export async function judgeWeeks(
  { db, timeZone }: { db: TenantDb; timeZone: string },
  { queue, series, marks }: { queue: WorkQueueKey; series: Series; marks: Marks },
  most = judgedWeeks,
): Promise<{ kept: JudgedWeek[]; judged: JudgedWeek[] }> {
  const end = addDays(series.firstOn, series.values.length / series.slotsADay);
  const monday = addDays(end, 1 - weekdayOf(end));
  const weeks = Array.from({ length: most }, (_, back) => addDays(monday, -7 * (back + 1)));
  const known = (await listAccuracy(db, queue, judgedWeeks)).filter(({ weekFrom }) =>
    weeks.includes(weekFrom),
  );
  const judged: JudgedWeek[] = [];
  for (const weekFrom of weeks) {
    const day = daysBetween(series.firstOn, weekFrom);
    if (day < fewestDays || known.some((one) => one.weekFrom === weekFrom)) continue;
    const said = await readSaid({ db, timeZone }, queue, weekFrom);
    judged.push({ queue, weekFrom, isReplayed: !said, errors: judgeWeek(series, day, { marks, said }) });
    // A week takes some tens of milliseconds: others are answered between two.
    await setImmediate();
  }
  return { kept: known, judged };
}

/** What was foretold of each day of a week seven days before it, in the wall clock; undefined: not of each. */
async function readSaid(
  { db, timeZone }: { db: TenantDb; timeZone: string },
  queue: WorkQueueKey,
  from: string,
): Promise<Float64Array | undefined> {
  const days = await listWeekAhead(db, queue, { from, to: addDays(from, 7) });
  if (days.length < 7) return undefined;
  const said = new Float64Array(7 * halfHoursADay);
  for (const [day, { on, contacts }] of days.entries())
    said.set(asWallDay(contacts, wallHalfHours(on, timeZone, contacts.length)), day * halfHoursADay);
  return said;
}
