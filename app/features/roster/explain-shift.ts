import { findBreaches } from './find-breaches.ts';
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
