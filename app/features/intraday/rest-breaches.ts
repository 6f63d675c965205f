import type { BrokenRule } from '#app/features/my-shifts/life-refusal.ts';
import { findBreaches } from '#app/features/roster/find-breaches.ts';
import { gatherShiftProblem } from '#app/features/shift/gather-shift-problem.ts';
import { toUnserved } from '#app/features/shift/planned-shifts.ts';
import { readPlanFacts } from '#app/features/shift/read-plan-facts.ts';
import { serveSkills } from '#app/features/shift/serve-skills.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { listPublishedAt } from '#db/tenant/queries/shift-life.ts';

type Work = { userId: string; shiftId: string | null; date: string; from: Date; to: Date };
const restRules = ['rest-between', 'two-in-a-row'] as const;

/** What rest between shifts somebody would lack by work beyond his plan: hard rules that he has not broken already. */
export async function restBreaches(
  desk: ShiftDesk,
  { userId, shiftId, date, from, to }: Work,
): Promise<BrokenRule[]> {
  const span = { from: addDays(date, -3), to: addDays(date, 4) };
  const { facts } = await readPlanFacts(desk, span);
  const startsAt = midnightOf(span.from, desk.timeZone);
  const until = new Date(midnightOf(span.to, desk.timeZone));
  const told = await listPublishedAt(desk.db, { from: new Date(startsAt), to: until }, [userId]);
  const kept = told.filter((one) => one.date >= span.from && one.date < span.to);
  const people = facts.people.filter((person) => person.userId === userId);
  const problem = gatherShiftProblem({ ...facts, people, shifts: [] });
  if (people.length === 0) return [];
  const brokenBy = (shifts: Parameters<typeof toUnserved>[2]) => {
    const planned = serveSkills(problem, toUnserved(problem, startsAt, shifts));
    const hard = findBreaches(problem, 0, planned).filter(({ mode }) => mode === 'hard');
    return restRules.map((rule) => hard.filter((one) => one.rule === rule).length);
  };
  const extra = { date, startsAt: from, endsAt: to, breaks: [], skill: null, templateId: null, userId };
  const after =
    shiftId === null
      ? [...kept, extra]
      : kept.map((one) => (one.id === shiftId ? longer(one, { from, to }) : one));
  const before = brokenBy(kept);
  const then = brokenBy(after);
  return restRules.filter((_, place) => (then[place] ?? 0) > (before[place] ?? 0));
}

function longer<T extends { startsAt: Date; endsAt: Date }>(
  one: T,
  { from, to }: Pick<Work, 'from' | 'to'>,
): T {
  const startsAt = new Date(Math.min(one.startsAt.getTime(), from.getTime()));
  const endsAt = new Date(Math.max(one.endsAt.getTime(), to.getTime()));
  return { ...one, startsAt, endsAt };
}
