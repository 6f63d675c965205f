import { coverOf, type Plan, planCost, type Tour, type TourProblem } from './tour-problem.ts';

const mostRounds = 10;

/**
 * A legal plan at once: each in turn takes the best tour there is beside those before him. Throws, with his place, when
 * somebody has no legal tour at all.
 */
export function firstPlan(problem: TourProblem, order: readonly number[]): Plan {
  const tours: Tour[] = [];
  for (const person of order) tours.push(bestBeside(problem, person, tours));
  return tours.sort((a, b) => a.person - b.person);
}

/** Each in turn takes the best tour beside all others, until that makes the plan no cheaper. */
export function settlePlan(
  problem: TourProblem,
  { plan, order, isOver }: { plan: Plan; order: readonly number[]; isOver: () => boolean },
): Plan {
  const tours = new Map(plan.map((tour) => [tour.person, tour]));
  let cost = planCost(problem.rows, plan);
  for (let round = 0; round < mostRounds; round += 1) {
    for (const person of order) {
      if (isOver()) break;
      tours.delete(person);
      tours.set(person, bestBeside(problem, person, tours.values()));
    }
    const now = planCost(problem.rows, [...tours.values()]);
    if (now >= cost) break;
    cost = now;
  }
  return [...tours.values()].sort((a, b) => a.person - b.person);
}

/** One more is worth what one missing costs, and costs what one too many does. As rows are covered once, that is exact. */
export function bestBeside(problem: TourProblem, person: number, others: Iterable<Tour>): Tour {
  const covered = coverOf(problem.rows.length, others);
  const prices = Float64Array.from(problem.rows, ({ wanted, under, over }, row) =>
    (covered[row] ?? 0) < wanted ? under : -over,
  );
  const tour = problem.bestTour(person, prices);
  if (!tour) throw new NoLegalTour(person);
  return tour;
}

export class NoLegalTour extends Error {
  readonly person: number;

  constructor(person: number) {
    super(`Person ${person} has no tour that keeps every rule: loosen one of his.`);
    this.person = person;
  }
}
