import type { Master } from './tour-master.ts';
import { free, off, pricedCost, type TourProblem } from './tour-problem.ts';

const triesAPerson = 24;

/**
 * Tours that the relaxed choice does not want by themselves but that a whole choice may need: each person's best with one
 * of his days turned round. Only those within `gap` of his best are of any use.
 */
export function enrich(
  problem: TourProblem,
  master: Master,
  people: readonly number[],
  { gap, draw, isOver }: { gap: number; draw: () => number; isOver: () => boolean },
): void {
  const { duals } = master.relax();
  const known = Map.groupBy(master.tours, ({ person }) => person);
  for (const person of people) {
    const tours = known.get(person) ?? [];
    for (let round = 0; round < triesAPerson && !isOver(); round += 1) {
      const other = tours[Math.floor(draw() * tours.length)];
      const day = Math.floor(draw() * problem.days);
      const choice = draw() < 0.5 ? off : (other?.choices[day] ?? off);
      const fixed = new Int16Array(problem.days).fill(free);
      fixed[day] = choice;
      const tour = problem.bestTour(person, duals.rows, fixed);
      if (tour && pricedCost(tour, duals.rows) - (duals.people.get(person) ?? 0) <= gap) master.add(tour);
    }
  }
}
