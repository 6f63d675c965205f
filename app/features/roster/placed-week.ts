import type { ShiftPattern, ShiftPatterns } from './shift-patterns.ts';

/** One person's shifts of one week as the search keeps them; never changed once made. What each half hour serves is told at the end. */
export type PlacedShift = {
  pattern: number;
  start: number;
  end: number;
  day: number;
  /** Where its breaks begin. */
  breaks: readonly number[];
};
export type PlacedWeek = readonly PlacedShift[];

/** Whether each slot from start is one of work: 1, or of a break: 0. */
export function workMarks(patterns: ShiftPatterns, { pattern, start, end, breaks }: PlacedShift): Uint8Array {
  const marks = new Uint8Array(end - start).fill(1);
  const { windows }: Pick<ShiftPattern, 'windows'> = patterns.all[pattern] ?? { windows: [] };
  for (const [which, from] of breaks.entries())
    marks.fill(0, from - start, from - start + (patterns.windows[windows[which] ?? 0]?.slots ?? 1));
  return marks;
}
