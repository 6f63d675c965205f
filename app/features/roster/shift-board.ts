import { openPatternWorth } from './pattern-worth.ts';
import { type PlacedShift, type PlacedWeek, plannedShift } from './placed-week.ts';
import { openShiftCover } from './shift-cover.ts';
import { patternsOf } from './shift-patterns.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
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
  const placed: PlacedWeek[][] = people.map(() => weeks.map(() => []));
  const worths = openPatternWorth(patterns, cover.slots);
  const walk = openWeekWalk(patterns, problem);
  return {
    problem,
    patterns,
    cover,
    people,
    weeks,
    placed,
    worths,
    walk,
    slotWorth: new Float64Array(cover.slots),
    /** The patterns with breaks where work is worth least, each half hour for the skill that wants it most. */
    make(person: number, chosen: readonly number[], slotWorth: Float64Array): PlacedWeek {
      const skills = people[person]?.skills ?? [];
      return chosen.flatMap((place): PlacedShift[] => {
        const pattern = patterns.all[place];
        if (!pattern) return [];
        const { start, end, day, windows } = pattern;
        const breaks = worths.breaksOf(pattern, slotWorth);
        const serves = Int8Array.from({ length: end - start }, (_, after) =>
          cover.bestSkill(skills, start + after),
        );
        for (const [which, kind] of windows.entries()) {
          const from = (breaks[which] ?? start) - start;
          serves.fill(-1, from, from + (patterns.windows[kind]?.slots ?? 1));
        }
        return [{ pattern: place, start, end, day, breaks, serves }];
      });
    },
    put(person: number, week: number, shifts: PlacedWeek): void {
      const own = placed[person];
      if (!own) return;
      for (const { start, serves } of own[week] ?? []) cover.add(start, serves, -1);
      own[week] = shifts;
      for (const { start, serves } of shifts) cover.add(start, serves, 1);
    },
    shifts(): PlannedShift[] {
      return placed.flatMap((own, person) =>
        own.flatMap((week) => week.map((shift) => plannedShift(patterns, person, shift))),
      );
    },
  };
}
