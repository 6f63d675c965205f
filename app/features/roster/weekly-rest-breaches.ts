import type { Breach } from './shift-answer.ts';
import type { ShiftMeasures } from './shift-measures.ts';
import type { ShiftPerson, ShiftProblem } from './shift-problem.ts';
import { weekSpans } from './week-spans.ts';

const slotMinutes = 30;

/**
 * Every week holds a long rest: it begins in the week, or so much of it lies within. Of what comes after the horizon nothing
 * is known, so a rest lasts to its end at most. A week that the horizon cuts off at its end is not judged.
 */
export function weeklyRestBreaches(
  problem: ShiftProblem,
  { carryIn }: ShiftPerson,
  measured: readonly ShiftMeasures[],
): Omit<Breach, 'person'>[] {
  const { value, mode } = problem.rules['weekly-rest'];
  const wanted = value / slotMinutes;
  const horizon = problem.dayStarts.at(-1) ?? 0;
  const ends = [carryIn.lastEnd ?? Number.NEGATIVE_INFINITY, ...measured.map(({ shift }) => shift.end)];
  const rests = ends.map((from, place) => ({ from, to: measured[place]?.shift.start ?? horizon }));
  const weeks = weekSpans(problem);
  return weeks.flatMap(({ from, to, toDay }, week) => {
    const isCutOff = problem.weekdays[toDay - 1] !== 7;
    if (isCutOff || (week === 0 && carryIn.hasWeeklyRest)) return [];
    const lengths = rests.map((rest) =>
      rest.from >= from && rest.from < to
        ? rest.to - rest.from
        : Math.min(rest.to, to) - Math.max(rest.from, from),
    );
    const longest = Math.max(0, ...lengths);
    if (longest >= wanted) return [];
    return [{ rule: 'weekly-rest' as const, mode, at: from, found: longest * slotMinutes, limit: value }];
  });
}
