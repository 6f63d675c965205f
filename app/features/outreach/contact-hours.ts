import { addDays } from '#app/features/sla/calendar-date.ts';
import { isWeekend, russianHolidays } from '#app/features/sla/russian-holidays.ts';
import type { ContactLimits } from './contact-limits.ts';
import { instantOf, localTimeOf } from './local-time.ts';

/** So many days ahead an hour is looked for that is allowed everywhere; no holidays are longer. */
const farthestDays = 40;

export function isWithinHours(limits: ContactLimits, at: number, timeZone: string): boolean {
  const { date, minutes } = localTimeOf(at, timeZone);
  const { from, to } = hoursOf(limits, date);
  return from <= minutes && minutes < to;
}

/** The first instant from `at` on that is within the hours in all the zones; `null`: there is none. */
export function nextWithinHours(limits: ContactLimits, at: number, zones: readonly string[]): number | null {
  const last = at + farthestDays * 86_400_000;
  for (let candidate = at; candidate <= last; ) {
    const later = Math.max(...zones.map((zone) => opening(limits, candidate, zone)));
    if (later === candidate) return candidate;
    candidate = later;
  }
  return null;
}

function opening(limits: ContactLimits, at: number, timeZone: string): number {
  const { date, minutes } = localTimeOf(at, timeZone);
  const { from, to } = hoursOf(limits, date);
  if (from <= minutes && minutes < to) return at;
  const day = minutes < from ? date : addDays(date, 1);
  const opens = instantOf(day, hoursOf(limits, day).from, timeZone);
  // Where an hour comes twice its first reading may lie behind.
  return opens > at ? opens : at + 60_000;
}

function hoursOf(limits: ContactLimits, date: string): { from: number; to: number } {
  const { from, to } = isDayOff(limits, date) ? limits.daysOff : limits.workingDays;
  return { from: minutesOf(from), to: minutesOf(to) };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** A Saturday stays free where a decree made it a working day: the stricter reading. */
function isDayOff({ alsoOff }: ContactLimits, date: string): boolean {
  return isWeekend(date) || alsoOff.includes(date) || holidaysOf(date).has(date);
}

const holidays = new Map<string, ReadonlySet<string>>();

function holidaysOf(date: string): ReadonlySet<string> {
  const year = date.slice(0, 4);
  const known = holidays.get(year);
  if (known) return known;
  const days = russianHolidays(year);
  holidays.set(year, days);
  return days;
}
