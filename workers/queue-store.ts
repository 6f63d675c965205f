import type { JobsOptions, Queue } from 'bullmq';

/** What the queue carries: ids only, so that losing or reading it costs nothing. */
export type Ticket = { tenantId: string; workId: string; tries: number; payload: unknown };
export type Admission = { id: string; ticket: Ticket };

/** Where admitted work waits for a worker: Redis, or PostgreSQL inside the process. */
export type QueueStore = {
  kind: 'redis' | 'embedded';
  /** Throws when the store cannot take them; a known id is left as it is. */
  add(queue: string, admissions: Admission[]): Promise<void>;
  holds(queue: string, id: string): Promise<boolean>;
  work(queue: string, concurrency: number, perform: (ticket: Ticket) => Promise<void>): void;
  counts(queue: string): Promise<{ waiting: number; active: number; failed: number }>;
  /** Whether this process is the one that admits work now. */
  leads(): Promise<boolean>;
  close(): Promise<void>;
};

const jobOptions: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

export type StoreOptions = {
  redisUrl?: string | undefined;
  dataDir: string;
  /** Trouble between the queue and its store; work itself reports its own. */
  onError(error: Error): void;
};

type BackedQueue = Pick<Queue, 'addBulk' | 'getJob' | 'getJobCounts' | 'close'> & Pick<BackedWorker, 'on'>;
type BackedWorker = { close(): Promise<void>; on(event: 'error', listener: (error: Error) => void): unknown };
/** What one kind of store does in its own way. */
export type Backing = {
  kind: QueueStore['kind'];
  queue(name: string): BackedQueue;
  worker(name: string, concurrency: number, perform: (ticket: Ticket) => Promise<void>): BackedWorker;
  leads(): Promise<boolean>;
  close(): Promise<void>;
};

export async function openQueueStore(options: StoreOptions): Promise<QueueStore> {
  const backing = await openBacking(options);
  const queues = new Map<string, BackedQueue>();
  const workers: BackedWorker[] = [];
  const queueOf = (name: string) => {
    const known = queues.get(name);
    if (known) return known;
    const queue = backing.queue(name);
    queue.on('error', options.onError);
    queues.set(name, queue);
    return queue;
  };
  return {
    kind: backing.kind,
    async add(name, admissions) {
      const jobs = admissions.map(({ id, ticket }) => ({
        name,
        data: ticket,
        opts: { ...jobOptions, jobId: id },
      }));
      await queueOf(name).addBulk(jobs);
    },
    holds: async (name, id) => (await queueOf(name).getJob(id)) !== undefined,
    work(name, concurrency, perform) {
      const worker = backing.worker(name, concurrency, perform);
      worker.on('error', options.onError);
      workers.push(worker);
    },
    async counts(name) {
      const {
        waiting = 0,
        active = 0,
        failed = 0,
      } = await queueOf(name).getJobCounts('waiting', 'active', 'failed');
      return { waiting, active, failed };
    },
    leads: backing.leads,
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backing.close();
    },
  };
}

/** Loads the code of the one store that is used: the other one's is megabytes. */
async function openBacking({ redisUrl, dataDir, onError }: StoreOptions): Promise<Backing> {
  if (redisUrl) return (await import('./redis-backing.ts')).redisBacking(redisUrl, onError);
  return (await import('./embedded-backing.ts')).embeddedBacking(dataDir);
}
