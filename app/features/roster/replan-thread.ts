import { parentPort, workerData } from 'node:worker_threads';
import { replanShifts } from './replan-shifts.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';

export type ReplanJob = {
  problem: ShiftProblem;
  shifts: readonly PlannedShift[];
  fromDay: number;
  seconds: number;
};

/** The body of a thread that mends a plan, so that the desk is answered meanwhile. */
const { problem, shifts, fromDay, seconds } = workerData as ReplanJob;
const until = performance.now() + 1000 * seconds;
parentPort?.postMessage(replanShifts(problem, shifts, { fromDay, isOver: () => performance.now() > until }));
