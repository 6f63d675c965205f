import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';

export const slotMs = 30 * 60_000;

/** How many are needed on the roster, by skill and half hour of a span of dates. */
export type Requirement = {
  /** Carriers; the empty one stands for work that needs no skill. */
  skills: string[];
  /** ISO, of the tenant's zone. */
  dates: string[];
  /**
   * The slot with which each date begins, and last where the span ends. Slots are half hours of elapsed time from 00:00 of
   * the first date: a day on which clocks change has 46 or 50.
   */
  dayStarts: number[];
  /** Whole persons, in the order of `skills`; what the plan itself does not see of absence is counted in. */
  bySkillAndSlot: number[][];
};

/** The half hours of the dates from `from` until before `to`, in a zone. */
export function slotsOf(
  timeZone: string,
  { from, to }: { from: string; to: string },
): Pick<Requirement, 'dates' | 'dayStarts'> {
  const dates = Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day));
  const begins = midnightOf(from, timeZone);
  const dayStarts = [...dates, to].map((date) => Math.round((midnightOf(date, timeZone) - begins) / slotMs));
  return { dates, dayStarts };
}
