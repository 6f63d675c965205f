import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Replanned } from './replan-shifts.ts';
import type { ReplanJob } from './replan-thread.ts';

/** By the name of the package: a page's code is bundled, and this file does not lie beside the bundle. */
const thread = createRequire(import.meta.url).resolve('#app/features/roster/replan-thread.ts');
/** What a thread may take beyond its time to end what it is at. */
const graceMs = 3000;

/** Mends a plan in a thread of its own. Throws when the thread fails or is stuck. */
export async function replanShiftsAside(job: ReplanJob): Promise<Replanned> {
  const worker = new Worker(thread, { workerData: job });
  const timer = setTimeout(() => void worker.terminate(), 1000 * job.seconds + graceMs);
  try {
    return await new Promise<Replanned>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The plan was not mended: the thread was stopped.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
