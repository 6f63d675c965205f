import { breachesInARow } from './breaches-in-a-row.ts';
import { hoursBreaches } from './hours-breaches.ts';
import type { Breach } from './shift-answer.ts';
import { shiftBreaches } from './shift-breaches.ts';
import { measureShift } from './shift-measures.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import { weeklyRestBreaches } from './weekly-rest-breaches.ts';

/**
 * What rules one person's shifts break, all of them given, in order of time. It shares no code with the search, so that each
 * may catch the other's mistake. Empty: all is as the law and the tenant want it.
 */
export function findBreaches(
  problem: ShiftProblem,
  person: number,
  shifts: readonly PlannedShift[],
): Breach[] {
  const own = problem.people[person];
  if (!own) throw new Error(`There is no person ${person} in this problem.`);
  const measured = shifts
    .filter((shift) => shift.person === person)
    .sort((a, b) => a.start - b.start)
    .map((shift) => measureShift(problem, own, shift));
  const found = [
    ...measured.flatMap((one) => shiftBreaches(problem, own, one)),
    ...pinnedBreaches(own.pinned, shifts),
    ...breachesInARow(problem, own, measured),
    ...hoursBreaches(problem, own, measured),
    ...weeklyRestBreaches(problem, own, measured),
  ];
  return found
    .filter(({ mode }) => mode !== 'off')
    .map((breach) => ({ ...breach, person }))
    .sort((a, b) => a.at - b.at);
}

function pinnedBreaches(pinned: readonly PlannedShift[], shifts: readonly PlannedShift[]) {
  const isKept = (one: PlannedShift) =>
    shifts.some(({ person, start, end }) => person === one.person && start === one.start && end === one.end);
  return pinned
    .filter((one) => !isKept(one))
    .map(({ start }) => ({ rule: 'pinned' as const, mode: 'hard' as const, at: start, found: 0, limit: 1 }));
}
