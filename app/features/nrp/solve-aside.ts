import { Worker } from 'node:worker_threads';
import type { SolveJob, SolveNews } from './solve-thread.ts';

const thread = new URL('./solve-thread.ts', import.meta.url);
/** What a thread may take beyond its time to end what it is at. */
const graceMs = 2000;
const memoryMb = 1024;

/**
 * Solves in threads of their own, each from another seed, and returns the best plan any of them told of in time, with the
 * best bound. A thread that fails or is stuck costs nothing that was told before. Throws when nobody found a plan.
 */
export async function solveAside(
  { text, seconds }: Omit<SolveJob, 'seed'>,
  seeds: readonly number[],
  onBetter: (news: SolveNews) => void,
): Promise<SolveNews> {
  let best: SolveNews | null = null;
  const faults: string[] = [];
  const workers: Worker[] = [];
  const take = (news: SolveNews) => {
    const bound = Math.max(best?.bound ?? Number.NEGATIVE_INFINITY, news.bound);
    best = best && best.cost <= news.cost ? { ...best, bound } : { ...news, bound };
    onBetter(best);
    if (best.cost - bound < 1e-4) for (const worker of workers) void worker.terminate();
  };
  const ended = seeds.map(
    (seed) =>
      new Promise<void>((resolve) => {
        const job: SolveJob = { text, seconds, seed };
        const worker = new Worker(thread, {
          workerData: job,
          resourceLimits: { maxOldGenerationSizeMb: memoryMb },
        });
        workers.push(worker);
        const timer = setTimeout(() => void worker.terminate(), 1000 * seconds + graceMs);
        worker.on('message', take);
        worker.on('error', (error) => faults.push(String(error)));
        worker.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  );
  await Promise.all(ended);
  if (!best) throw new Error(`No plan was found. ${faults.join(' ')}`);
  return best;
}
