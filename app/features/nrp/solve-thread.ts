import { parentPort, workerData } from 'node:worker_threads';
import { drawFrom } from '#app/features/roster/seeded-draw.ts';
import { nrpPlan, nrpTours } from './nrp-tours.ts';
import { readNrp } from './read-nrp.ts';
import { type Solved, solveTours } from './solve-tours.ts';

export type SolveJob = { text: string; seconds: number; seed: number };
export type SolveNews = { plan: Int8Array[]; cost: number; bound: number };

/** The body of a thread that solves: it tells every better plan at once, so that nothing is lost when it is killed. */
const { text, seconds, seed } = workerData as SolveJob;
const until = performance.now() + 1000 * seconds;
const tell = ({ plan, cost, bound }: Solved) => {
  const news: SolveNews = { plan: nrpPlan(plan), cost, bound };
  parentPort?.postMessage(news);
};
await solveTours(nrpTours(readNrp(text)), {
  isOver: () => performance.now() >= until,
  draw: drawFrom(seed),
  onBetter: tell,
});
