import type { CarryIn } from '#app/features/roster/shift-problem.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import { clockOf } from './clock-of.ts';
import { weekdayOf } from './work-calendar.ts';

/** A shift of the days before the plan. */
export type EarlierShift = { date: string; startsAt: Date; endsAt: Date };

const longRestMs = 42 * 60 * 60_000;

/**
 * What a person brings with him into a plan that begins on the date `from` of the tenant's zone. His shifts before it, in
 * order of time; his nights are those of `ownZone`.
 */
export function carryInOf(
  earlier: readonly EarlierShift[],
  { from, timeZone, ownZone }: { from: string; timeZone: string; ownZone: string },
): CarryIn {
  const startsAt = midnightOf(from, timeZone);
  const last = earlier.at(-1);
  const byDate = new Map(earlier.map((shift) => [shift.date, shift]));
  const countBack = (isCounted: (shift: EarlierShift) => boolean) => {
    for (let days = 0; ; days++) {
      const shift = byDate.get(addDays(from, -days - 1));
      if (!shift || !isCounted(shift)) return days;
    }
  };
  return {
    lastEnd: last ? Math.ceil((last.endsAt.getTime() - startsAt) / slotMs) : null,
    nights: countBack((shift) => isNightShift(shift, ownZone)),
    days: countBack(() => true),
    hasWeeklyRest: hasLongRest(earlier, midnightOf(addDays(from, 1 - weekdayOf(from)), timeZone), startsAt),
  };
}

/** At least half of it lies in 22–06 on the wall of its person. */
export function isNightShift({ startsAt, endsAt }: Omit<EarlierShift, 'date'>, timeZone: string): boolean {
  const slots = Math.round((endsAt.getTime() - startsAt.getTime()) / slotMs);
  const { halfHours } = clockOf(timeZone, startsAt.getTime(), slots);
  return 2 * halfHours.filter((halfHour) => halfHour >= 44 || halfHour < 12).length >= slots;
}

/** Whether the part of the calendar week before the plan held a rest of 42 hours. A plan from Monday on has no such part. */
function hasLongRest(earlier: readonly EarlierShift[], monday: number, startsAt: number): boolean {
  const inWeek = earlier.filter(({ endsAt }) => endsAt.getTime() > monday);
  const begins = [...inWeek.map((shift) => shift.startsAt.getTime()), startsAt];
  const ends = [monday, ...inWeek.map(({ endsAt }) => endsAt.getTime())];
  return ends.some((end, place) => (begins[place] ?? startsAt) - end >= longRestMs);
}
