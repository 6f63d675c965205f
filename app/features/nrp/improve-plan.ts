import type { Highs } from 'highs';
import { enrich } from './enrich-pool.ts';
import { bestBeside } from './first-plan.ts';
import { generateTours } from './generate-tours.ts';
import { openMaster } from './tour-master.ts';
import { coverOf, type Plan, planCost, type Tour, type TourProblem } from './tour-problem.ts';

/** Tours that were worth looking at, by person: the next search begins with them. */
export type TourPool = Map<number, Tour[]>;

/**
 * Lets some people go and finds the best tours for them together, beside all others: tours are generated for them, then
 * the best whole choice is made. Never worse than before.
 */
export function improveTogether(
  highs: Highs,
  { problem, plan, pool }: { problem: TourProblem; plan: Plan; pool: TourPool },
  people: readonly number[],
  { seconds, draw, isOver }: { seconds: number; draw: () => number; isOver: () => boolean },
): Plan {
  const others = plan.filter(({ person }) => !people.includes(person));
  const covered = coverOf(problem.rows.length, others);
  const own = plan.filter(({ person }) => people.includes(person));
  const master = openMaster(highs, { rows: problem.rows, people, covered });
  try {
    for (const tour of own) master.add(tour);
    for (const person of people) {
      for (const tour of pool.get(person)?.slice(-poolSize) ?? []) master.add(tour);
      master.add(bestBeside(problem, person, others));
    }
    const { bound } = generateTours({ problem, people, covered }, master, { rounds: 40, gap: 0.01, isOver });
    const before = planCost(problem.rows, plan) - planCost(problem.rows, others) + restCost(problem, covered);
    if (bound > before - 1e-6) return plan;
    const enrichedBy = performance.now() + 1000 * enrichingS;
    const isEnriched = () => isOver() || performance.now() > enrichedBy;
    enrich(problem, master, people, { gap: before - bound, draw, isOver: isEnriched });
    const found = master.choose(own, { seconds, gap: before - bound });
    keep(pool, master.tours);
    if (!found) return plan;
    const better = [...others, ...found].sort((a, b) => a.person - b.person);
    return planCost(problem.rows, better) < planCost(problem.rows, plan) - 1e-6 ? better : plan;
  } finally {
    master.close();
  }
}

const poolSize = 60;
const enrichingS = 1;

function keep(pool: TourPool, tours: readonly Tour[]): void {
  for (const tour of tours) {
    const known = pool.get(tour.person) ?? [];
    known.push(tour);
    if (known.length > 2 * poolSize) known.splice(0, known.length - poolSize);
    pool.set(tour.person, known);
  }
}

/** What the rows cost that the others leave or overfill: the master counts it too. */
function restCost({ rows }: TourProblem, covered: Int32Array): number {
  return rows.reduce((sum, { wanted, under, over }, row) => {
    const missing = wanted - (covered[row] ?? 0);
    return sum + (missing > 0 ? missing * under : -missing * over);
  }, 0);
}
