import type { QueueStore } from '#workers/queue-store.ts';

const concurrency = 64;

/** A queue of jobs that do nothing, on the same store: how fast the backend itself is. Returns jobs per second. */
export function createRawQueue(store: QueueStore): (jobs: number) => Promise<number> {
  const queue = 'bench-nothing';
  let left = 0;
  let added = 0;
  let finished = () => {};
  store.work(queue, concurrency, async () => {
    left -= 1;
    if (left === 0) finished();
  });
  return async (jobs) => {
    left = jobs;
    const done = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const admissions = Array.from({ length: jobs }, () => {
      const id = `bench-${++added}`;
      return { id, ticket: { tenantId: 'bench', workId: id, tries: 0, payload: { requestId: id } } };
    });
    const startedAt = performance.now();
    await store.add(queue, admissions);
    await done;
    return jobs / ((performance.now() - startedAt) / 1000);
  };
}
