import type { Master } from './tour-master.ts';
import { free, off, pricedCost, type Tour, type TourProblem } from './tour-problem.ts';

const triesAPerson = 300;

/**
 * Tours that the relaxed choice does not want by themselves but that a whole choice may need: each person's best with one
 * of his days turned round, or at prices that are a little off. Only those within `gap` of his best are of any use.
 */
export function enrich(
  problem: TourProblem,
  master: Master,
  people: readonly number[],
  { gap, draw, isOver }: { gap: number; draw: () => number; isOver: () => boolean },
): void {
  const { duals } = master.relax();
  const known = Map.groupBy(master.tours, ({ person }) => person);
  for (let round = 0; round < triesAPerson; round += 1) {
    for (const person of people) {
      if (isOver()) return;
      const isTurned = draw() < 0.5;
      const prices = isTurned ? duals.rows : duals.rows.map((price) => price + gap * (draw() - 0.5));
      const fixed = isTurned ? turned(problem.days, known.get(person) ?? [], draw) : undefined;
      const tour = problem.bestTour(person, prices, fixed);
      if (tour && pricedCost(tour, duals.rows) - (duals.people.get(person) ?? 0) <= gap) master.add(tour);
    }
  }
}

/** One day as in another of his tours, or off. */
function turned(days: number, tours: readonly Tour[], draw: () => number): Int16Array {
  const fixed = new Int16Array(days).fill(free);
  const day = Math.floor(draw() * days);
  const other = tours[Math.floor(draw() * tours.length)];
  fixed[day] = draw() < 0.5 ? off : (other?.choices[day] ?? off);
  return fixed;
}
