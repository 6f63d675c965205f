import { findShortage } from '#app/features/roster/find-shortage.ts';
import type { ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';

/** Why no plan can cover all, the worst first: hours that nobody has left, and half hours in which too few may work. */
export type Lacks = {
  /** `people`: how many more who know one of the skills would do. */
  hours: { skills: string[]; minutes: number; people: number }[];
  /** `from`, `to`: instants. `people`: missing where most are. */
  heads: { skill: string; from: number; to: number; people: number }[];
};

/** No more are told than anybody reads. */
const mostTold = 5;

export function lacksOf(problem: ShiftProblem, startsAt: number): Lacks {
  const { hours, heads } = findShortage(problem);
  const idOf = (skill: number) => problem.skills[skill]?.id ?? '';
  return {
    hours: hours.slice(0, mostTold).map(({ skills, missingSlots, people }) => ({
      skills: skills.map(idOf),
      minutes: 30 * missingSlots,
      people,
    })),
    heads: heads
      .toSorted((a, b) => b.people * (b.to - b.from) - a.people * (a.to - a.from))
      .slice(0, mostTold)
      .map(({ skill, from, to, people }) => ({
        skill: idOf(skill),
        from: startsAt + from * slotMs,
        to: startsAt + to * slotMs,
        people,
      })),
  };
}
