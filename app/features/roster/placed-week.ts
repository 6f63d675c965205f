import type { ShiftPatterns } from './shift-patterns.ts';
import type { PlannedShift } from './shift-problem.ts';

/** One person's shifts of one week as the search keeps them; never changed once made. */
export type PlacedShift = {
  pattern: number;
  start: number;
  end: number;
  day: number;
  breaks: readonly number[];
  serves: Int8Array;
};
export type PlacedWeek = readonly PlacedShift[];

export function plannedShift(patterns: ShiftPatterns, person: number, placed: PlacedShift): PlannedShift {
  const pattern = patterns.all[placed.pattern];
  if (!pattern) throw new Error(`There is no pattern ${placed.pattern}.`);
  const { day, start, end, template, windows } = pattern;
  const breaks = windows.map((kind, place) => {
    const { slots = 1, isPaid = false } = patterns.windows[kind] ?? {};
    return { start: placed.breaks[place] ?? start, slots, isPaid };
  });
  return { person, day, start, end, template, breaks, serves: [...placed.serves] };
}
