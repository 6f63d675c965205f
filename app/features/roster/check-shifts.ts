import { findBreaches } from './find-breaches.ts';
import type { Breach, ShiftCost } from './shift-answer.ts';
import { measureShift, wishCost } from './shift-measures.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import type { ShiftRules } from './shift-rules.ts';

/** All that is broken and what the plan costs, reckoned anew from the shifts alone. */
export function checkShifts(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
): { breaches: Breach[]; cost: ShiftCost } {
  const byPerson = Map.groupBy(shifts, ({ person }) => person);
  const breaches = problem.people.flatMap((_, person) =>
    findBreaches(problem, person, byPerson.get(person) ?? []),
  );
  const wishes = shifts.reduce((sum, shift) => {
    const person = problem.people[shift.person];
    return person ? sum + wishCost(problem, person, measureShift(problem, person, shift)) : sum;
  }, 0);
  const rules = breaches.reduce((sum, breach) => sum + breachCost(problem.rules, breach), 0);
  const cover = coverCost(problem, shifts);
  return { breaches, cost: { ...cover, wishes, rules, total: cover.under + cover.over + wishes + rules } };
}

/** Hours by the half hour, all else by the breach. What is hard has no price. */
function breachCost(rules: ShiftRules, { rule, mode, found, limit }: Breach): number {
  if (mode !== 'soft') return 0;
  const halfHours = Math.abs(found - limit) / 30;
  if (rule === 'week-hours' || rule === 'fewest-week-hours') return rules['week-hours'].weight * halfHours;
  if (rule === 'period-hours' || rule === 'fewest-period-hours')
    return rules['period-hours'].weight * halfHours;
  return rule in rules ? rules[rule as keyof ShiftRules].weight : 0;
}

function coverCost({ skills, dayStarts }: ShiftProblem, shifts: readonly PlannedShift[]) {
  const slots = dayStarts.at(-1) ?? 0;
  const cost = { under: 0, over: 0, wantedSlots: 0, underSlots: 0, overSlots: 0 };
  for (const [skill, { wanted, under, over }] of skills.entries()) {
    const cover = new Int32Array(slots);
    for (const { start, serves } of shifts)
      for (const [place, served] of serves.entries())
        if (served === skill && start + place < slots) cover[start + place] = (cover[start + place] ?? 0) + 1;
    for (const [slot, have] of cover.entries()) {
      const missing = (wanted[slot] ?? 0) - have;
      cost.wantedSlots += wanted[slot] ?? 0;
      cost.underSlots += Math.max(0, missing);
      cost.overSlots += Math.max(0, -missing);
      cost.under += under * Math.max(0, missing);
      cost.over += over * Math.max(0, -missing);
    }
  }
  return cost;
}
