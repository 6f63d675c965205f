import { Temporal } from 'temporal-polyfill';
import { addDays } from '#app/features/sla/calendar-date.ts';

/**
 * Holds from the beginning of a date of the centre's zone until the next season's. `disputeDays`: so long a review
 * given in it can be disputed; once it ended that long ago it is settled for good.
 */
export type Season = { id: string; from: string; disputeDays: number };

export const usualDisputeDays = 45;

export function dayOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The Monday of its week. */
export function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

export function seasonOn<S extends Season>(seasons: readonly S[], day: string): S | undefined {
  return seasons.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/**
 * Where an entry about a day is booked: on that day, or, once the day's season is settled, today in the season
 * that holds. Nothing, when no season held.
 */
export function bookingOf(seasons: readonly Season[], day: string, today: string) {
  const own = seasonOn(seasons, day);
  if (!own) return undefined;
  const next = seasons.filter(({ from }) => from > own.from).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const isSettled = next !== undefined && addDays(next.from, own.disputeDays) <= today;
  const season = isSettled ? (seasonOn(seasons, today) ?? own) : own;
  return { seasonId: season.id, day: isSettled ? today : day, ownSeasonId: own.id, isSettled };
}

/** How long what was judged on a day can be disputed: what its season says. */
export function disputeDaysOn(seasons: readonly Season[], day: string): number {
  return seasonOn(seasons, day)?.disputeDays ?? usualDisputeDays;
}

/** The first instant of a date in the zone. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The boards that a day of a season counts on. */
export function periodsOf(seasonId: string, day: string): string[] {
  return [`season:${seasonId}`, `month:${day.slice(0, 7)}`, `week:${weekOf(day)}`, `day:${day}`];
}
