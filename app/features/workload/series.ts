import { addDays } from '#app/features/sla/calendar-date.ts';

/**
 * What came in, slot by slot of whole days in the centre's wall clock: `values[day × slotsADay + slot]`, NaN where
 * nothing is known or the centre was closed.
 */
export type Series = { firstOn: string; slotsADay: number; values: Float64Array };

export function daysOf({ values, slotsADay }: Series): number {
  return values.length / slotsADay;
}

export function dateOf({ firstOn }: Series, day: number): string {
  return addDays(firstOn, day);
}

/** The days before `day`: all that was known then. */
export function until(series: Series, day: number): Series {
  return { ...series, values: series.values.subarray(0, day * series.slotsADay) };
}

/** What was known of one slot in the weeks before, the newest first, at most `most` of the last `weeks`. */
export function weeksBefore(
  { values, slotsADay }: Series,
  { day, slot }: { day: number; slot: number },
  { most, weeks }: { most: number; weeks: number },
): number[] {
  const known = values.length / slotsADay;
  const found: number[] = [];
  for (let week = 1; week <= weeks && found.length < most; week += 1) {
    const past = day - 7 * week;
    if (past < 0) break;
    if (past >= known) continue;
    const value = values[past * slotsADay + slot] ?? Number.NaN;
    if (!Number.isNaN(value)) found.push(value);
  }
  return found;
}
