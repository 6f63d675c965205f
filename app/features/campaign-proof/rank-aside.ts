import { Worker } from 'node:worker_threads';
import type { Measure } from './campaign-proof.ts';
import type { RankedMember } from './rank-members.ts';
import type { Ranking } from './ranking.ts';

const thread = new URL('./ranking-thread.ts', import.meta.url);

/** Ranks members in a thread of its own. Throws when that fails. */
export function rankAside(members: readonly RankedMember[], measure: Measure): Promise<Ranking | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: { members, measure } });
    worker.once('message', (ranking: Ranking | null) => {
      void worker.terminate();
      resolve(ranking);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`Members could not be ranked: the thread ended with ${code}.`)),
    );
  });
}
