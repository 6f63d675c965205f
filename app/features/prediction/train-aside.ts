import { Worker } from 'node:worker_threads';
import type { TrainingResult } from './train-target.ts';
import type { TrainingJob } from './training-job.ts';

const thread = new URL('./training-thread.ts', import.meta.url);
const limits = { trainingMs: 5 * 60_000, memoryMb: 512 };

/** Trains in a thread of its own. Throws when that needs more time or memory than the largest sample does. */
export function trainAside(job: TrainingJob): Promise<TrainingResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const fail = (words: string) => end(() => reject(new Error(`A model could not be trained. ${words}`)));
    const timer = setTimeout(() => fail(`It took more than ${limits.trainingMs} ms.`), limits.trainingMs);
    worker.once('message', (result: TrainingResult) => end(() => resolve(result)));
    worker.once('error', (error) => fail(String(error)));
    worker.once('exit', () => fail('The thread ended without an answer.'));
  });
}
