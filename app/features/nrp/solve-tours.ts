import loadHighs, { type Highs } from 'highs';
import { dive } from './dive.ts';
import { firstPlan, settlePlan } from './first-plan.ts';
import { generateTours } from './generate-tours.ts';
import { improveTogether, type TourPool } from './improve-plan.ts';
import { openMaster } from './tour-master.ts';
import { type Plan, planCost, type TourProblem } from './tour-problem.ts';

export type Solved = { plan: Plan; cost: number; bound: number };
export type SolveOptions = {
  /** Over when it returns true: the best plan so far is the answer. */
  isOver: () => boolean;
  /** 0…1, the next draw. */
  draw: () => number;
  /** A plan to begin with, of whose tours all are legal. */
  from?: Plan;
  /** Told of every better plan and bound. */
  onBetter?: (solved: Solved) => void;
};

/** Of so large a share of the people one open choice each is fixed at a step: coarse first, for a plan soon. */
const diveShares = [0.5, 0.2, 0.08];

/**
 * A legal plan at once, better ones as long as there is time, and what no plan can be cheaper than. Column generation
 * (Desrosiers and Lübbecke, 2005) gives the bound, diving a good plan, and letting a few people go at a time the rest.
 */
export async function solveTours(problem: TourProblem, options: SolveOptions): Promise<Solved> {
  const { isOver, draw, onBetter } = options;
  const highs = await loadHighs();
  const people = shuffled(problem.people, draw);
  const best: Solved = {
    plan: options.from ?? firstPlan(problem, people),
    cost: 0,
    bound: Number.NEGATIVE_INFINITY,
  };
  best.cost = planCost(problem.rows, best.plan);
  onBetter?.({ ...best });
  const pool: TourPool = new Map();
  const take = (plan: Plan) => {
    const cost = planCost(problem.rows, plan);
    if (cost >= best.cost - 1e-6) return;
    Object.assign(best, { plan, cost });
    onBetter?.({ ...best });
  };
  take(settlePlan(problem, { plan: best.plan, order: people, isOver }));
  const isProven = () => best.cost - best.bound < 1 - 1e-4 && Number.isInteger(best.cost);
  const isEnough = () => isOver() || isProven();
  diveFrom(highs, { problem, best, pool, take }, { isOver: isEnough, onBetter });
  let size = Math.min(problem.people, smallest);
  while (!isEnough()) {
    const before = best.cost;
    const startedAt = performance.now();
    const together = pickPeople(problem, best.plan, size, draw);
    take(
      improveTogether(highs, { problem, plan: best.plan, pool }, together, {
        seconds: longestChoiceS,
        draw,
        isOver,
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    if (best.cost === before && seconds < longestChoiceS / 2) size = Math.min(problem.people, size + 0.5);
    else if (seconds > longestChoiceS) size = Math.max(smallest, size - 1);
  }
  return best;
}

const smallest = 4;
const longestChoiceS = 8;

function diveFrom(
  highs: Highs,
  {
    problem,
    best,
    pool,
    take,
  }: { problem: TourProblem; best: Solved; pool: TourPool; take: (plan: Plan) => void },
  { isOver, onBetter }: { isOver: () => boolean; onBetter: SolveOptions['onBetter'] },
): void {
  const people = Array.from({ length: problem.people }, (_, person) => person);
  const covered = new Int32Array(problem.rows.length);
  const master = openMaster(highs, { rows: problem.rows, people, covered });
  try {
    for (const tour of best.plan) master.add(tour);
    const root = generateTours({ problem, people, covered }, master, { rounds: 1000, gap: 1e-4, isOver });
    best.bound = root.bound;
    onBetter?.({ ...best });
    for (const tour of master.tours) pool.set(tour.person, [...(pool.get(tour.person) ?? []), tour]);
    for (const share of diveShares) {
      if (isOver()) return;
      const plan = dive(problem, master, { share, isOver });
      if (plan) take(plan);
    }
    for (const tour of master.tours) pool.set(tour.person, [...(pool.get(tour.person) ?? []), tour]);
  } finally {
    master.close();
  }
}

/** People around a row that is missed or overfilled, or, when none is drawn, anybody. */
function pickPeople({ rows, people }: TourProblem, plan: Plan, size: number, draw: () => number): number[] {
  const picked = new Set<number>();
  const order = shuffled(people, draw);
  const dearest = [...plan].sort((a, b) => b.cost * draw() - a.cost * draw());
  if (rows.length > 0 && draw() < 0.5)
    for (const { person } of dearest.slice(0, Math.ceil(size / 2))) picked.add(person);
  for (const person of order) if (picked.size < Math.floor(size)) picked.add(person);
  return [...picked];
}

function shuffled(length: number, draw: () => number): number[] {
  const order = Array.from({ length }, (_, place) => place);
  for (let place = length - 1; place > 0; place -= 1) {
    const other = Math.floor(draw() * (place + 1));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return order;
}
