import type { PlannedShift, ShiftPerson, ShiftProblem, WishKind } from './shift-problem.ts';

/** For the checker, apart from the solver: what the law reads off a shift. */
export type ShiftMeasures = { shift: PlannedShift; worked: number; counted: number; isNight: boolean };

const slotMinutes = 30;

export const isNightOnWall = (clock: number) => clock >= 44 || clock < 12;

export function measureShift(problem: ShiftProblem, person: ShiftPerson, shift: PlannedShift): ShiftMeasures {
  const { rules, holidays, clocks } = problem;
  const unpaid = shift.breaks.reduce((sum, { slots, isPaid }) => sum + (isPaid ? 0 : slots), 0);
  const worked = slotMinutes * (shift.end - shift.start - unpaid);
  const clock = clocks[person.clock] ?? [];
  const nightly = clock.slice(shift.start, shift.end).filter(isNightOnWall).length;
  const isNight = 2 * nightly >= shift.end - shift.start;
  const shorter = (isShorter: boolean, rule: 'night-shorter' | 'holiday-eve-shorter') =>
    isShorter && rules[rule].mode !== 'off' ? rules[rule].value : 0;
  const isEve = holidays[shift.day + 1] === true;
  const counted = worked + shorter(isNight, 'night-shorter') + shorter(isEve, 'holiday-eve-shorter');
  return { shift, worked, counted, isNight };
}

/** What the wishes of that day cost when he works this shift. */
export function wishCost(problem: ShiftProblem, person: ShiftPerson, measures: ShiftMeasures): number {
  const start = problem.clocks[0]?.[measures.shift.start] ?? 0;
  const isGranted: Record<WishKind, boolean> = {
    off: false,
    early: start >= 10 && start < 20,
    late: start >= 24 && start < 40,
    night: measures.isNight,
  };
  return person.wishes.reduce(
    (sum, { day, kind, weight }) => sum + (day === measures.shift.day && !isGranted[kind] ? weight : 0),
    0,
  );
}
