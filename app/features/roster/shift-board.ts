import { openPatternWorth } from './pattern-worth.ts';
import { type PlacedShift, type PlacedWeek, workMarks } from './placed-week.ts';
import { openShiftCover } from './shift-cover.ts';
import { patternsOf, type ShiftPatterns } from './shift-patterns.ts';
import type { ShiftProblem } from './shift-problem.ts';
import { walkPerson } from './walk-person.ts';
import { openWeekWalk } from './walk-week.ts';
import { weekSpans } from './week-spans.ts';

export type ShiftBoard = ReturnType<typeof openShiftBoard>;

/** The plan as the search holds it: each person's weeks, the cover they make, and what walks need. */
export function openShiftBoard(problem: ShiftProblem) {
  const patterns = patternsOf(problem);
  const cover = openShiftCover(problem);
  const people = problem.people.map((_, place) => walkPerson(problem, patterns, place));
  const weeks = weekSpans(problem);
  /** By person and week: what stays whatever is planned around it. */
  const kept = people.map(({ pinned }) =>
    weeks.map(({ fromDay, toDay }) => keptWeek(patterns, pinned.subarray(fromDay, toDay))),
  );
  const placed: PlacedWeek[][] = people.map(() => weeks.map(() => []));
  const worths = openPatternWorth(patterns, cover.slots);
  const walk = openWeekWalk(patterns, problem);
  return {
    problem,
    patterns,
    cover,
    people,
    weeks,
    kept,
    placed,
    worths,
    walk,
    slotWorth: new Float64Array(cover.slots),
    /** The patterns with breaks where work is worth least. */
    make: (chosen: readonly number[], slotWorth: Float64Array): PlacedWeek =>
      chosen.flatMap((place): PlacedShift[] => {
        const pattern = patterns.all[place];
        if (!pattern) return [];
        const { start, end, day } = pattern;
        return [{ pattern: place, start, end, day, breaks: worths.breaksOf(pattern, slotWorth) }];
      }),
    put(person: number, week: number, shifts: PlacedWeek): void {
      const own = placed[person];
      if (!own) return;
      for (const shift of own[week] ?? [])
        for (const [place, isWork] of workMarks(patterns, shift).entries())
          if (isWork) cover.drop(person, shift.start + place);
      own[week] = shifts;
      for (const shift of shifts)
        for (const [place, isWork] of workMarks(patterns, shift).entries())
          if (isWork) cover.add(person, shift.start + place);
    },
  };
}

function keptWeek({ all }: ShiftPatterns, pinned: Int32Array): PlacedWeek {
  return [...pinned].flatMap((pattern): PlacedShift[] => {
    const shift = all[pattern]?.pinned;
    if (!shift) return [];
    const { day, start, end, breaks } = shift;
    return [{ pattern, day, start, end, breaks: breaks.map((one) => one.start) }];
  });
}
