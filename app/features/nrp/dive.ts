import { generateTours } from './generate-tours.ts';
import type { Master } from './tour-master.ts';
import { free, type Plan, type Tour, type TourProblem } from './tour-problem.ts';

type Choice = { person: number; day: number; choice: number; share: number };

const whole = 0.9999;

/**
 * From the relaxed choice to a plan: what is whole in it is kept, the surest of the rest is fixed for so large a share of
 * the people at a time, and tours are generated again around it. Choices of single days are fixed, not tours, so that the
 * rest of a tour can still change. `null` when the time is over before the end.
 */
export function dive(
  problem: TourProblem,
  master: Master,
  { share, isOver }: { share: number; isOver: () => boolean },
): Plan | null {
  const fixed = new Map<number, Int16Array>();
  const refused = new Set<string>();
  const people = Array.from({ length: problem.people }, (_, person) => person);
  const covered = new Int32Array(problem.rows.length);
  master.allow(() => true);
  for (let step = 0; !isOver(); step += 1) {
    if (step > 0)
      generateTours({ problem, people, covered, fixed }, master, { rounds: 12, gap: 0.3, isOver });
    const choices = shareChoices(master);
    const open = choices.filter((one) => one.share <= whole);
    if (open.length === 0) return planOf(master, problem.people);
    const unsure = new Set(open.map(({ person }) => person));
    const sure = choices.filter(({ person }) => !unsure.has(person));
    const next = open
      .filter((one) => !refused.has(keyOf(one)))
      .sort((a, b) => b.share - a.share)
      .slice(0, Math.max(1, Math.round(share * problem.people)));
    if (next.length === 0) return null;
    fix(problem, master, fixed, [...sure, ...next], refused);
    master.allow((tour) => fits(tour, fixed.get(tour.person)));
  }
  return null;
}

const keyOf = ({ person, day, choice }: Choice) => `${person} ${day} ${choice}`;

function shareChoices(master: Master): Choice[] {
  const shares = new Map<string, Choice>();
  for (const { tour, share } of master.picked()) {
    for (const [day, choice] of tour.choices.entries()) {
      const one = { person: tour.person, day, choice, share };
      const known = shares.get(keyOf(one));
      if (known) known.share += share;
      else shares.set(keyOf(one), one);
    }
  }
  return [...shares.values()];
}

/** What leaves a person without any tour is taken back. */
function fix(
  problem: TourProblem,
  master: Master,
  fixed: Map<number, Int16Array>,
  choices: readonly Choice[],
  refused: Set<string>,
): void {
  const prices = master.relax().duals.rows;
  const byPerson = Map.groupBy(choices, ({ person }) => person);
  for (const [person, own] of byPerson) {
    const before = fixed.get(person) ?? new Int16Array(problem.days).fill(free);
    const after = before.slice();
    for (const { day, choice } of own) after[day] = choice;
    const tour = problem.bestTour(person, prices, after);
    if (tour) {
      fixed.set(person, after);
      master.add(tour);
    } else for (const one of own) refused.add(keyOf(one));
  }
}

function fits({ choices }: Tour, fixed: Int16Array | undefined): boolean {
  return !fixed || fixed.every((choice, day) => choice === free || choice === choices[day]);
}

/** One tour a person: where several that are the same are picked in part, any of them. */
function planOf(master: Master, people: number): Plan | null {
  const plan = new Map(master.picked().map(({ tour }) => [tour.person, tour]));
  if (plan.size < people) return null;
  return [...plan.values()].sort((a, b) => a.person - b.person);
}
