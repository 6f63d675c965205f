import { countReasons } from './explain-gaps.ts';
import { findBreaches } from './find-breaches.ts';
import type { GapReason } from './shift-answer.ts';
import { measureShift, wishCost } from './shift-measures.ts';
import type { PlannedShift, ShiftProblem, WishKind } from './shift-problem.ts';

/** Why a shift is there: codes and facts, words are the page's. */
export type ShiftReason =
  | { code: 'pinned' }
  /** Half hours of a skill that would be missing without it. */
  | { code: 'needed'; skill: number; slots: number }
  /** Half hours beyond what is wanted. */
  | { code: 'spare'; slots: number }
  | { code: 'wish-granted' | 'wish-denied'; kind: WishKind }
  /** Without it he would have fewer minutes than agreed. */
  | { code: 'agreed-hours'; span: 'week' | 'period'; minutes: number };

export function explainShift(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
  place: number,
): ShiftReason[] {
  const shift = shifts[place];
  const person = shift && problem.people[shift.person];
  if (!shift || !person) throw new Error(`There is no shift ${place} of anybody in this plan.`);
  const isPinned = person.pinned.some(({ start, end }) => start === shift.start && end === shift.end);
  const measures = measureShift(problem, person, shift);
  const wishes = person.wishes.filter(({ day }) => day === shift.day);
  const rest = shifts.filter((_, other) => other !== place);
  const tooFew = findBreaches(problem, shift.person, rest).flatMap(
    ({ rule, at, found, limit }): ShiftReason[] => {
      if (rule === 'fewest-period-hours')
        return [{ code: 'agreed-hours', span: 'period', minutes: limit - found }];
      const isHis = rule === 'fewest-week-hours' && at <= shift.start && shift.start < at + 7 * 48 + 2;
      return isHis ? [{ code: 'agreed-hours', span: 'week', minutes: limit - found }] : [];
    },
  );
  return [
    ...(isPinned ? [{ code: 'pinned' as const }] : []),
    ...coverReasons(problem, shifts, shift),
    ...wishes.map((wish): ShiftReason => {
      const isDenied = wishCost(problem, { ...person, wishes: [wish] }, measures) > 0;
      return { code: isDenied ? 'wish-denied' : 'wish-granted', kind: wish.kind };
    }),
    ...tooFew,
  ];
}

/**
 * What keeps each of the others from working it instead. `needed-elsewhere`: nothing does, but the shifts he has were worth
 * more or the rest of the plan as much.
 */
export function explainOthers(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
  place: number,
): GapReason[] {
  const shift = shifts[place];
  if (!shift) throw new Error(`There is no shift ${place} in this plan.`);
  const middle = Math.floor(shift.serves.length / 2);
  const after = shift.serves.findIndex((skill, at) => at >= middle && skill >= 0);
  const own = Map.groupBy(shifts, ({ person }) => person);
  const among = [...problem.people.keys()].filter((person) => person !== shift.person);
  const slot = shift.start + Math.max(0, after);
  return countReasons(problem, { own, among }, { skill: shift.serves[after] ?? -1, slot, shapes: [shift] });
}

function coverReasons(
  { skills, dayStarts }: ShiftProblem,
  shifts: readonly PlannedShift[],
  { start, end, serves }: PlannedShift,
): ShiftReason[] {
  const horizon = dayStarts.at(-1) ?? 0;
  const beside = shifts.filter((other) => other.start < end && other.end > start);
  const needed = new Map<number, number>();
  let spare = 0;
  for (const [after, skill] of serves.entries()) {
    const slot = start + after;
    if (skill < 0 || slot >= horizon) continue;
    const have = beside.filter((other) => other.serves[slot - other.start] === skill).length;
    if (have <= (skills[skill]?.wanted[slot] ?? 0)) needed.set(skill, (needed.get(skill) ?? 0) + 1);
    else spare += 1;
  }
  const wanted = [...needed].map(([skill, slots]): ShiftReason => ({ code: 'needed', skill, slots }));
  return spare > 0 ? [...wanted, { code: 'spare', slots: spare }] : wanted;
}
