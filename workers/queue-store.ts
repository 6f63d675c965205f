import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPostgresBackend, type JobsOptions, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { PglitePool } from './pglite-pool.ts';

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
const leadMs = 5000;

export type StoreOptions = {
  redisUrl?: string | undefined;
  dataDir: string;
  /** Trouble between the queue and its store; work itself reports its own. */
  onError(error: Error): void;
};

type BackedQueue = Pick<Queue, 'addBulk' | 'getJob' | 'getJobCounts' | 'close'> & Pick<BackedWorker, 'on'>;
type BackedWorker = { close(): Promise<void>; on(event: 'error', listener: (error: Error) => void): unknown };
type Backing = {
  kind: QueueStore['kind'];
  queue(name: string): BackedQueue;
  worker(name: string, concurrency: number, perform: (ticket: Ticket) => Promise<void>): BackedWorker;
  leads(): Promise<boolean>;
  close(): Promise<void>;
};

export async function openQueueStore(options: StoreOptions): Promise<QueueStore> {
  const backing = options.redisUrl
    ? await redisBacking(options.redisUrl)
    : await embeddedBacking(options.dataDir);
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

/** Refuses a Redis that may forget or throw away work. */
async function checkRedis(redis: Redis): Promise<void> {
  const [, appendOnly] = (await redis.config('GET', 'appendonly')) as string[];
  const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[];
  if (appendOnly !== 'yes' || policy !== 'noeviction') {
    const found = `appendonly is "${appendOnly}", maxmemory-policy is "${policy}"`;
    throw new Error(
      `Redis is not fit for the queue: ${found}. Set "appendonly yes" and "maxmemory-policy noeviction".`,
    );
  }
}

async function redisBacking(url: string): Promise<Backing> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  await checkRedis(redis);
  const self = `${process.pid}-${Date.now()}`;
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: redis }),
    worker: (name, concurrency, perform) =>
      new Worker(name, (job) => perform(job.data), { connection: redis, concurrency }),
    async leads() {
      if ((await redis.set('pult-relay', self, 'PX', leadMs, 'NX')) === 'OK') return true;
      if ((await redis.get('pult-relay')) !== self) return false;
      await redis.pexpire('pult-relay', leadMs);
      return true;
    },
    close: async () => void (await redis.quit()),
  };
}

/**
 * PostgreSQL in the process, its files in the data folder. What it held at a stop is thrown away: the
 * outboxes know all of it.
 */
async function embeddedBacking(dataDir: string): Promise<Backing> {
  const folder = join(dataDir, 'queue');
  const db = await openPglite(folder);
  const pool = new PglitePool(db);
  const client = await pool.connect();
  await runMigrations(client, 'bullmq');
  client.release();
  await db.exec('SET search_path TO bullmq; TRUNCATE job CASCADE;');
  const postgres = withBackend(createPostgresBackend);
  return {
    kind: 'embedded',
    queue: (name) => new postgres.Queue(name, { connection: pool }),
    worker: (name, concurrency, perform) =>
      new postgres.Worker(name, (job) => perform(job.data), { connection: pool, concurrency }),
    leads: async () => true,
    close: () => pool.end(),
  };
}

/** A folder that a kill left unreadable is made anew: nothing in it is needed. */
async function openPglite(folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder, { relaxedDurability: true });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return PGlite.create(folder, { relaxedDurability: true });
  }
}
