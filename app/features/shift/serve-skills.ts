import type { PlannedShift, ShiftProblem } from '#app/features/roster/shift-problem.ts';

/** A shift before it is said what each half hour serves. `skill`: place of the only one it is for; `null`: whichever needs him. */
export type UnservedShift = Omit<PlannedShift, 'serves'> & { skill: number | null };

/**
 * Says which skill each half hour serves. Who knows few skills is placed first, each where most are missing, and stays with
 * what he did before where it makes no difference.
 */
export function serveSkills(
  problem: Pick<ShiftProblem, 'skills' | 'people'>,
  shifts: readonly UnservedShift[],
): PlannedShift[] {
  const served = shifts.map(({ skill, ...shift }) => ({ ...shift, skill, serves: breaksOf(shift) }));
  const skillsOf = ({ person, skill }: UnservedShift) =>
    skill === null ? (problem.people[person]?.skills ?? []) : [skill];
  const atWork = Map.groupBy(
    served.flatMap((shift) =>
      shift.serves.flatMap((at, place) => (at === -1 ? [] : [{ shift, place, slot: shift.start + place }])),
    ),
    ({ slot }) => slot,
  );
  for (const slot of [...atWork.keys()].toSorted((a, b) => a - b)) {
    const missing = problem.skills.map(({ wanted }) => wanted[slot] ?? 0);
    const present = (atWork.get(slot) ?? []).toSorted(
      (a, b) => skillsOf(a.shift).length - skillsOf(b.shift).length,
    );
    for (const { shift, place } of present) {
      const before = shift.serves[place - 1];
      const best = bestSkill(skillsOf(shift), missing, before);
      shift.serves[place] = best;
      missing[best] = (missing[best] ?? 0) - 1;
    }
  }
  return served.map(({ skill: _, ...shift }) => shift);
}

function breaksOf({ start, end, breaks }: Pick<PlannedShift, 'start' | 'end' | 'breaks'>): number[] {
  const isBreak = (slot: number) => breaks.some((one) => slot >= one.start && slot < one.start + one.slots);
  return Array.from({ length: end - start }, (_, place) => (isBreak(start + place) ? -1 : 0));
}

function bestSkill(
  skills: readonly number[],
  missing: readonly number[],
  before: number | undefined,
): number {
  const worth = (skill: number) => Math.max(0, missing[skill] ?? 0) + (skill === before ? 0.5 : 0);
  return skills.reduce((best, skill) => (worth(skill) > worth(best) ? skill : best), skills[0] ?? 0);
}
