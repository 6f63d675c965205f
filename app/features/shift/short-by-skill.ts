import { slotMs } from '#app/features/staffing/requirement.ts';

type CoverRow = { skill: string; wanted: readonly number[]; there: readonly number[] };
/** `minutes`: agent-minutes of the whole plan. `people`: missing at `at`, the first instant when most are. */
export type SkillShort = { skill: string; minutes: number; people: number; at: number };

/** Of each skill that too few serve: how much is missing and where most, the worst first. */
export function shortBySkill(cover: readonly CoverRow[], startsAt: number): SkillShort[] {
  return cover
    .map(({ skill, wanted, there }) => {
      const missing = wanted.map((people, slot) => Math.max(0, people - (there[slot] ?? 0)));
      const people = Math.max(0, ...missing);
      const minutes = missing.reduce((sum, one) => sum + one, 0) * (slotMs / 60_000);
      return { skill, minutes, people, at: startsAt + missing.indexOf(people) * slotMs };
    })
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => b.minutes - a.minutes);
}
