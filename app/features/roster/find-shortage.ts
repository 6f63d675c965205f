import type { ShiftPerson, ShiftProblem, Span } from './shift-problem.ts';

/** Why no plan can cover all: hours of those who know any of these skills, or heads in certain half hours. */
export type Shortage = {
  /** Half hours that are wanted of some skills and beyond all that those who know one of them may work. */
  hours: readonly { skills: readonly number[]; missingSlots: number; people: number }[];
  /** Half hours in which more are wanted than are there and able, by how many at most. */
  heads: readonly (Span & { skill: number; people: number })[];
};

/** Nothing here depends on a plan: what is told is missing whatever the plan is. `people` is how many more would do. */
export function findShortage(problem: ShiftProblem): Shortage {
  return {
    hours: shortHours(problem),
    heads: problem.skills.flatMap((_, skill) => shortHeads(problem, skill)),
  };
}

function shortHours({ skills, people }: ShiftProblem): Shortage['hours'] {
  const wanted = skills.map((one) => one.wanted.reduce((sum, count) => sum + count, 0));
  const mostOf = (person: ShiftPerson) =>
    Math.min(
      person.periodMinutes.max,
      person.weekMinutes.reduce((sum, { max }) => sum + max, 0),
    ) / 30;
  const longest = Math.max(1, ...people.map(mostOf));
  const sets = Array.from({ length: 2 ** skills.length - 1 }, (_, place) =>
    skills.flatMap((__, skill) => (((place + 1) >> skill) & 1 ? [skill] : [])),
  );
  const short = sets.flatMap((set) => {
    const able = people.filter((person) => person.skills.some((skill) => set.includes(skill)));
    const have = able.reduce((sum, person) => sum + mostOf(person), 0);
    const missingSlots = Math.floor(set.reduce((sum, skill) => sum + (wanted[skill] ?? 0), 0) - have);
    return missingSlots > 0 ? [{ skills: set, missingSlots, people: Math.ceil(missingSlots / longest) }] : [];
  });
  return short.sort((a, b) => b.missingSlots - a.missingSlots);
}

function shortHeads(problem: ShiftProblem, skill: number): Shortage['heads'][number][] {
  const { clocks, people, skills, rules } = problem;
  const able = people.filter((person) => person.skills.includes(skill));
  const isThere = ({ away, mayNight, clock }: ShiftPerson, slot: number) => {
    const wall = clocks[clock]?.[slot] ?? 0;
    const isBarred = rules['night-barred'].mode === 'hard' && !mayNight && (wall < 12 || wall >= 44);
    return (
      !isBarred && !(rules.away.mode === 'hard' && away.some(({ from, to }) => from <= slot && slot < to))
    );
  };
  const found: Shortage['heads'][number][] = [];
  for (const [slot, wanted] of (skills[skill]?.wanted ?? []).entries()) {
    if (wanted === 0) continue;
    const missing = wanted - able.filter((person) => isThere(person, slot)).length;
    if (missing <= 0) continue;
    const last = found.at(-1);
    if (last?.to === slot)
      found[found.length - 1] = { ...last, to: slot + 1, people: Math.max(last.people, missing) };
    else found.push({ skill, from: slot, to: slot + 1, people: missing });
  }
  return found;
}
