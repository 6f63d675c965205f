import { Worker } from 'node:worker_threads';
import type { ShiftAnswer } from './shift-answer.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import type { ShiftJob } from './shift-thread.ts';

const thread = new URL('./shift-thread.ts', import.meta.url);
/** What a thread may take beyond its time to end what it is at. */
const graceMs = 3000;
/** It gives way to all others: on a machine that is full its first plan may take so much longer. */
const firstPlanMs = 60_000;
const memoryMb = 1024;

export type SolveAside = {
  seconds: number;
  seed: number;
  from?: readonly PlannedShift[];
  /** It ends when the gap is no more. */
  enough?: number;
  /** Ends the thread; what was told so far is the answer. */
  signal?: AbortSignal;
};

/**
 * Solves in a thread of its own and returns the best plan that it told of. A thread that fails, is stuck or stopped costs
 * nothing that was told before. Throws when there was no plan at all.
 */
export async function solveShiftsAside(
  problem: ShiftProblem,
  { seconds, seed, from, enough = 0, signal }: SolveAside,
  onBetter: (answer: ShiftAnswer) => void,
): Promise<ShiftAnswer> {
  const job: ShiftJob = { problem, seconds, seed, from: from ?? null, enough };
  const worker = new Worker(thread, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  let best: ShiftAnswer | null = null;
  const stop = () => void worker.terminate();
  const stopOnceTold = () => {
    if (best) stop();
    else timer = setTimeout(stop, firstPlanMs);
  };
  let timer = setTimeout(stopOnceTold, 1000 * seconds + graceMs);
  signal?.addEventListener('abort', stop, { once: true });
  let fault = '';
  await new Promise<void>((resolve) => {
    worker.on('message', (answer: ShiftAnswer) => {
      best = answer;
      onBetter(answer);
    });
    worker.on('error', (error) => {
      fault = String(error);
    });
    worker.once('exit', () => resolve());
    if (signal?.aborted) stop();
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  if (!best) throw new Error(`No plan was found. ${fault || 'The thread was stopped before its first.'}`);
  return best;
}
