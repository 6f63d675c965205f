/** One thing to be covered: how many tours should hold it, and what each one missing and each one too many costs. */
export type CoverRow = { wanted: number; under: number; over: number };

/** What one person does on each day, what that costs by itself, and which rows it covers, each once. */
export type Tour = { person: number; choices: Int16Array; cost: number; rows: Int32Array };

/** On a day: nothing is fixed yet; he is off. Other choices are the problem's own, from nought on. */
export const free = -2;
export const off = -1;

/**
 * People, each with legal tours of their own, who together cover rows. Whatever a legal tour is, only `bestTour` knows:
 * the one of least cost less the prices of the rows it covers, among those with the fixed choices by day; `null` if there
 * is none.
 */
export type TourProblem = {
  days: number;
  people: number;
  rows: readonly CoverRow[];
  bestTour(person: number, prices: Float64Array, fixed?: Int16Array): Tour | null;
};

/** A plan is a tour for each person, by his place. */
export type Plan = readonly Tour[];

export function planCost(rows: readonly CoverRow[], plan: Plan): number {
  const covered = coverOf(rows.length, plan);
  const own = plan.reduce((sum, { cost }) => sum + cost, 0);
  return rows.reduce(
    (sum, { wanted, under, over }, row) => sum + missCost(wanted - (covered[row] ?? 0), under, over),
    own,
  );
}

export function coverOf(rows: number, plan: Iterable<Tour>): Int32Array {
  const covered = new Int32Array(rows);
  for (const tour of plan) for (const row of tour.rows) covered[row] = (covered[row] ?? 0) + 1;
  return covered;
}

/** The tour's cost less the prices of what it covers. */
export function pricedCost({ cost, rows }: Tour, prices: Float64Array): number {
  return rows.reduce((sum, row) => sum - (prices[row] ?? 0), cost);
}

function missCost(missing: number, under: number, over: number): number {
  return missing > 0 ? missing * under : -missing * over;
}
