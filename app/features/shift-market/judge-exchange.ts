import { serve } from '#app/features/intraday/serve.ts';
import type { BrokenRule } from '#app/features/my-shifts/life-refusal.ts';
import { type ShiftMove, swapBreaches } from '#app/features/roster/swap-breaches.ts';
import { gatherShiftProblem } from '#app/features/shift/gather-shift-problem.ts';
import { isRuleKey } from '#app/features/shift/labour-rules.ts';
import type { PlanFacts } from '#app/features/shift/plan-facts.ts';
import { type StoredShift, toUnserved } from '#app/features/shift/planned-shifts.ts';
import { serveSkills } from '#app/features/shift/serve-skills.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';

/** A shift goes to another person. A give-away is one, a swap two. */
export type Handing = { shiftId: string; to: string };
/** Why a legal exchange still wants a planner. */
export type Doubt = 'new-gap' | 'by-hand';
export type Verdict =
  | { kind: 'illegal'; rules: BrokenRule[] }
  | { kind: 'planner'; doubts: Doubt[] }
  | { kind: 'rule' };

/**
 * Whether shifts may change hands. What breaks a hard rule, of the law or of the house, that is not broken already, or
 * lacks a skill the shift is for, is illegal. What leaves somebody missing who was not, or where the house wants it, goes to a planner. All else is
 * approved by itself. `facts`: with the shifts that people were told of.
 */
export function judgeExchange(
  facts: PlanFacts,
  handings: readonly Handing[],
  { approvesByRule }: { approvesByRule: boolean },
): Verdict {
  const rules = brokenBy(facts, handings);
  if (rules.length > 0) return { kind: 'illegal', rules };
  const doubts: Doubt[] = missingMore(facts, handings) ? ['new-gap'] : [];
  if (!approvesByRule) doubts.push('by-hand');
  return doubts.length > 0 ? { kind: 'planner', doubts } : { kind: 'rule' };
}

/** What an exchange would break that is not broken already; none: it is legal. */
export function brokenBy(facts: PlanFacts, handings: readonly Handing[]): BrokenRule[] {
  const concerned = new Set(handings.map(({ to }) => to));
  for (const { shift } of handed(facts, handings)) concerned.add(shift.userId);
  const own = {
    ...facts,
    people: facts.people.filter(({ userId }) => concerned.has(userId)),
    shifts: facts.shifts.filter(({ userId }) => concerned.has(userId)),
  };
  const problem = gatherShiftProblem(own);
  const kept = own.shifts.filter(({ date }) => problem.dates.includes(date));
  const startsAt = midnightOf(problem.dates[0] ?? '', facts.timeZone);
  const shifts = serveSkills(problem, toUnserved(problem, startsAt, kept));
  const places = new Map(problem.people.map(({ id }, place) => [id, place]));
  const moves: ShiftMove[] = handings.flatMap(({ shiftId, to }) => {
    const [shift, person] = [kept.findIndex(({ id }) => id === shiftId), places.get(to)];
    return shift >= 0 && person !== undefined ? [{ shift, to: person }] : [];
  });
  // Nobody is planned without terms: what he may do is not known.
  if (moves.length < handings.length || shifts.length < kept.length) return ['other'];
  const broken = swapBreaches(problem, shifts, moves).flatMap(({ rule }) => (isRuleKey(rule) ? [rule] : []));
  return [...new Set<BrokenRule>([...(lacksSkill(facts, handings) ? (['skill'] as const) : []), ...broken])];
}

function lacksSkill(facts: PlanFacts, handings: readonly Handing[]): boolean {
  return handed(facts, handings).some(({ shift, to }) => {
    const taker = facts.people.find(({ userId }) => userId === to);
    return shift.skill !== null && shift.skill !== '' && !taker?.carriers.includes(shift.skill);
  });
}

function handed(facts: PlanFacts, handings: readonly Handing[]) {
  return handings.flatMap(({ shiftId, to }) => {
    const shift = facts.shifts.find(({ id }) => id === shiftId);
    return shift ? [{ shift, to }] : [];
  });
}

/** Whether in any half hour of these shifts more people would be missing than are now. */
function missingMore(facts: PlanFacts, handings: readonly Handing[]): boolean {
  const { skills, bySkillAndSlot, dates } = facts.requirement;
  const startsAt = midnightOf(dates[0] ?? '', facts.timeZone);
  const masks = new Map(
    facts.people.map(({ userId, carriers }) => [
      userId,
      skills.reduce(
        (mask, id, skill) => (id === '' || carriers.includes(id) ? mask | (1 << skill) : mask),
        0,
      ),
    ]),
  );
  const takers = new Map(handings.map(({ shiftId, to }) => [shiftId, to]));
  const touched = handed(facts, handings).flatMap(({ shift }) => slotsOf(shift, startsAt));
  return [...new Set(touched)].some((slot) => {
    const needs = skills.map((_, skill) => bySkillAndSlot[skill]?.[slot] ?? 0);
    const atWork = facts.shifts.filter((shift) => worksAt(shift, startsAt + slot * slotMs));
    const served = (ownerOf: (shift: StoredShift) => string) =>
      serve(
        needs,
        atWork.map((shift) => masks.get(ownerOf(shift)) ?? 0),
      ).reduce((sum, n) => sum + n, 0);
    return served((shift) => takers.get(shift.id) ?? shift.userId) < served(({ userId }) => userId);
  });
}

function slotsOf({ startsAt, endsAt }: StoredShift, from: number): number[] {
  const first = Math.round((startsAt.getTime() - from) / slotMs);
  const last = Math.round((endsAt.getTime() - from) / slotMs);
  return Array.from({ length: last - first }, (_, place) => first + place);
}

function worksAt({ startsAt, endsAt, breaks }: StoredShift, at: number): boolean {
  if (startsAt.getTime() > at || endsAt.getTime() <= at) return false;
  return breaks.every((one) => one.startsAt > at || one.endsAt <= at);
}
