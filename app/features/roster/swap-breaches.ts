import { findBreaches } from './find-breaches.ts';
import type { Breach } from './shift-answer.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';

/** A shift, by its place, goes to another person. A give-away is one move, a swap two. */
export type ShiftMove = { shift: number; to: number };

/**
 * The hard rules that would be broken and are not by now, of all who give or take: none means it is legal. A pinned shift may
 * go too.
 */
export function swapBreaches(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
  moves: readonly ShiftMove[],
): Breach[] {
  const after = moveShifts(shifts, moves);
  const touched = new Set(moves.flatMap(({ shift, to }) => [shifts[shift]?.person ?? to, to]));
  return [...touched].flatMap((person) => {
    const hard = (plan: readonly PlannedShift[]) =>
      findBreaches(problem, person, plan).filter(({ mode, rule }) => mode === 'hard' && rule !== 'pinned');
    const before = new Set(hard(shifts).map(keyOf));
    return hard(after).filter((breach) => !before.has(keyOf(breach)));
  });
}

export function moveShifts(shifts: readonly PlannedShift[], moves: readonly ShiftMove[]): PlannedShift[] {
  const takers = new Map(moves.map(({ shift, to }) => [shift, to]));
  return shifts.map((shift, place) => ({ ...shift, person: takers.get(place) ?? shift.person }));
}

const keyOf = ({ rule, at, found }: Breach) => `${rule} ${at} ${found}`;
