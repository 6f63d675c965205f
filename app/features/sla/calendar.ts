import { z } from 'zod';
import { addDays } from './calendar-date.ts';

/** A wall-clock reading. As an end, `24:00` is midnight; an end at or before its start is on the next day. */
const wallClock = /^([01]\d|2[0-3]):[0-5]\d$/;
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const mostPeriods = 12;

export const Period = z.strictObject({
  from: z.string().regex(wallClock, { error: 'period' }),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'period' }),
});
export type Period = z.infer<typeof Period>;
const Periods = z.array(Period).max(mostPeriods, { error: 'long' });

/** A date that is not as its day of the week: a holiday has no periods, a moved working day has its own. */
export const SpecialDay = z.strictObject({
  date: z.iso.date({ error: 'date' }),
  name: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  periods: Periods,
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/**
 * When a team works. Periods are wall clock in `timeZone` and belong to the day on which they begin: a night
 * that began before a holiday is worked to its end.
 */
export const CalendarHours = z.strictObject({
  timeZone: z.string().refine(isTimeZone, { error: 'timeZone' }),
  /** Seven days, Monday first. */
  week: z.array(Periods).length(7),
  specialDays: z.array(SpecialDay).max(2000, { error: 'long' }),
});
export type CalendarHours = z.infer<typeof CalendarHours>;

/** Hours that hold from the beginning of a local date until the next version's; the first holds from ever. */
export type CalendarVersion = { effectiveFrom: string; hours: CalendarHours };

/** `day`: 1 is Monday, or a date. `withDay`: where the other period begins. */
export type CalendarRefusal =
  | { code: 'periods-overlap'; day: number | string; period: Period; withDay: number | string; with: Period }
  | { code: 'day-twice'; day: string }
  | { code: 'never-open' };

export const aroundTheClock: Period[][] = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);

/** The first thing that makes these hours no calendar, or nothing. */
export function findCalendarFault({ week, specialDays }: CalendarHours): CalendarRefusal | undefined {
  if (week.every((periods) => periods.length === 0)) return { code: 'never-open' };
  const dates = specialDays.map(({ date }) => date).sort();
  const twice = dates.find((date, index) => date === dates[index - 1]);
  if (twice) return { code: 'day-twice', day: twice };
  return overlapInWeek(week) ?? overlapAroundSpecialDays(week, specialDays);
}

/** Minutes from the midnight on which the period's day begins; the end may lie in the next day. */
export function minutesOf({ from, to }: Period): { from: number; to: number } {
  const begins = toMinutes(from);
  const ends = toMinutes(to);
  return { from: begins, to: ends > begins ? ends : ends + dayMinutes };
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

type Placed = { day: number | string; period: Period; from: number; to: number };

function place(day: number | string, periods: readonly Period[], midnight: number): Placed[] {
  return periods.map((period) => {
    const { from, to } = minutesOf(period);
    return { day, period, from: midnight + from, to: midnight + to };
  });
}

/** Sunday's night may run into Monday: the first day is looked at once more after the last. */
function overlapInWeek(week: readonly Period[][]): CalendarRefusal | undefined {
  const days = week.flatMap((periods, index) => place(index + 1, periods, index * dayMinutes));
  return firstOverlap([...days, ...place(1, week[0] ?? [], weekMinutes)]);
}

function overlapAroundSpecialDays(
  week: readonly Period[][],
  specialDays: readonly SpecialDay[],
): CalendarRefusal | undefined {
  const special = new Map(specialDays.map(({ date, periods }) => [date, periods]));
  for (const { date } of specialDays) {
    const around = [-1, 0, 1].flatMap((shift) => {
      const day = addDays(date, shift);
      const periods = special.get(day) ?? week[weekdayOf(day) - 1] ?? [];
      return place(special.has(day) ? day : weekdayOf(day), periods, shift * dayMinutes);
    });
    const found = firstOverlap(around);
    if (found) return found;
  }
  return undefined;
}

function firstOverlap(placed: readonly Placed[]): CalendarRefusal | undefined {
  const inOrder = placed.toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1];
    if (!earlier || later.from >= earlier.to) continue;
    const { day, period } = earlier;
    return { code: 'periods-overlap', day, period, withDay: later.day, with: later.period };
  }
  return undefined;
}

/** 1 is Monday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}
