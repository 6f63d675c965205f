import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '#app/platform/give-way.ts';
import { drawFrom } from './seeded-draw.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import { solveShifts } from './solve-shifts.ts';

export type ShiftJob = {
  problem: ShiftProblem;
  seconds: number;
  seed: number;
  from: readonly PlannedShift[] | null;
  enough: number;
};

/**
 * The body of a thread that solves: it tells every better plan at once, so that nothing is lost when it is killed. It gives
 * way to the desk, which is answered by the same process.
 */
const { problem, seconds, seed, from, enough } = workerData as ShiftJob;
giveWay();
const startedAt = performance.now();
solveShifts(problem, {
  spent: () => (performance.now() - startedAt) / (1000 * seconds),
  draw: drawFrom(seed),
  ...(from ? { from } : {}),
  enough,
  onBetter: (answer) => parentPort?.postMessage(answer),
});
