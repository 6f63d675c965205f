import type { Duals, Master } from './tour-master.ts';
import { type CoverRow, pricedCost, type Tour, type TourProblem } from './tour-problem.ts';

/** How far the prices are drawn back to the best ones so far, against their swinging: Wentges (1997). */
const smoothing = 0.5;
const worthwhile = 1e-6;

export type Generated = { objective: number; bound: number };

/**
 * Adds tours to the master until no person has one that would make it cheaper, or the rest is not worth it. The bound is
 * Lagrange's: no plan of these people over these rows costs less, fixed choices kept.
 */
export function generateTours(
  {
    problem,
    people,
    covered,
    fixed,
  }: {
    problem: TourProblem;
    people: readonly number[];
    covered: Int32Array;
    fixed?: ReadonlyMap<number, Int16Array>;
  },
  master: Master,
  { rounds, gap, isOver }: { rounds: number; gap: number; isOver: () => boolean },
): Generated {
  let bound = Number.NEGATIVE_INFINITY;
  let center: Float64Array | null = null;
  let objective = master.relax().objective;
  for (let round = 0; round < rounds && !isOver(); round += 1) {
    const { duals, objective: now } = master.relax();
    objective = now;
    const priced = (prices: Float64Array) => {
      const tours = people.flatMap((person) => problem.bestTour(person, prices, fixed?.get(person)) ?? []);
      const least = lagrange(problem.rows, covered, prices, tours);
      if (least > bound && tours.length === people.length) {
        bound = least;
        center = prices;
      }
      return tours.filter((tour) => isCheaper(tour, duals) && master.add(tour)).length;
    };
    const smoothed = center ? blend(center, duals.rows) : null;
    const added = (smoothed ? priced(smoothed) : 0) || priced(duals.rows);
    if (added === 0 || objective - bound <= gap) break;
  }
  return { objective: Math.min(objective, master.relax().objective), bound };
}

function isCheaper(tour: Tour, { rows, people }: Duals): boolean {
  return pricedCost(tour, rows) - (people.get(tour.person) ?? 0) < -worthwhile;
}

const blend = (center: Float64Array, prices: Float64Array) =>
  prices.map((price, row) => smoothing * (center[row] ?? 0) + (1 - smoothing) * price);

function lagrange(
  rows: readonly CoverRow[],
  covered: Int32Array,
  prices: Float64Array,
  tours: readonly Tour[],
): number {
  const worth = rows.reduce(
    (sum, { wanted }, row) => sum + (prices[row] ?? 0) * (wanted - (covered[row] ?? 0)),
    0,
  );
  return tours.reduce((sum, tour) => sum + pricedCost(tour, prices), worth);
}
