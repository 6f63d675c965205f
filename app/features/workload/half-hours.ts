import { Temporal } from 'temporal-polyfill';
import { midnightOf } from '#app/features/sla/wall-clock.ts';

export const halfHourMs = 30 * 60_000;
export const halfHoursADay = 48;

/**
 * By half hour of elapsed time of a date, which half hour of the wall clock it is: 0 to 47. When clocks go forward some are
 * missing, when they go back some come twice.
 */
export function wallHalfHours(on: string, timeZone: string, count: number): number[] {
  if (count === halfHoursADay) return Array.from({ length: count }, (_, place) => place);
  const midnight = midnightOf(on, timeZone);
  return Array.from({ length: count }, (_, place) => {
    const at = Temporal.Instant.fromEpochMilliseconds(midnight + place * halfHourMs);
    const { hour, minute } = at.toZonedDateTimeISO(timeZone);
    return 2 * hour + Math.floor(minute / 30);
  });
}

/** A day of 48 as the wall clock shows it, from a day of elapsed half hours; what comes twice is its mean, what never comes NaN. */
export function asWallDay(values: readonly number[], wall: readonly number[]): Float64Array {
  const sums = new Float64Array(halfHoursADay);
  const times = new Float64Array(halfHoursADay);
  for (const [place, value] of values.entries()) {
    const slot = wall[place] ?? 0;
    sums[slot] = (sums[slot] ?? 0) + value;
    times[slot] = (times[slot] ?? 0) + 1;
  }
  return sums.map((sum, slot) => sum / (times[slot] ?? 0));
}

/** The other way: what each half hour of elapsed time has of the wall clock's day. */
export function asElapsedDay(day: Float64Array, wall: readonly number[]): number[] {
  return wall.map((slot) => day[slot] ?? 0);
}
