import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { asWallDay, halfHoursADay, wallHalfHours } from './half-hours.ts';
import type { Series } from './series.ts';

/** What came on a date, by half hour of elapsed time. */
export type CountedDay = { on: string; contacts: number[]; handled: number[]; handlingS: number[] };

export type History = { contacts: Series; handled: Series; handlingS: Series };

/**
 * The days from the first counted until before `until` in the wall clock. A date without a row is a day on which nothing
 * came, if the desk was counting then: from `countedFrom` on; before that nobody knows.
 */
export function historyOf(
  days: readonly CountedDay[],
  { until, countedFrom, timeZone }: { until: string; countedFrom: string | null; timeZone: string },
): History {
  const firstOn = days.reduce((first, { on }) => (on < first ? on : first), until);
  const series = (): Series => ({
    firstOn,
    slotsADay: halfHoursADay,
    values: emptyDays(firstOn, until, countedFrom),
  });
  const history = { contacts: series(), handled: series(), handlingS: series() };
  for (const day of days) {
    const at = daysBetween(firstOn, day.on) * halfHoursADay;
    if (at >= history.contacts.values.length) continue;
    const wall = wallHalfHours(day.on, timeZone, day.contacts.length);
    for (const name of ['contacts', 'handled', 'handlingS'] as const)
      history[name].values.set(asWallDay(day[name], wall), at);
  }
  return history;
}

function emptyDays(firstOn: string, until: string, countedFrom: string | null): Float64Array {
  const days = Math.max(0, daysBetween(firstOn, until));
  return Float64Array.from({ length: days * halfHoursADay }, (_, place) => {
    const on = addDays(firstOn, Math.floor(place / halfHoursADay));
    return countedFrom !== null && on >= countedFrom ? 0 : Number.NaN;
  });
}
