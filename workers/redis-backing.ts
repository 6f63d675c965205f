import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Backing } from './queue-store.ts';

const leadMs = 5000;
/** How soon the work of a process that died is noticed: once its lock is over, at the next look or the one after. */
const afterDeath = { lockDuration: 8000, stalledInterval: 3000 };

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

export async function redisBacking(url: string, onError: (error: Error) => void): Promise<Backing> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', onError);
  await checkRedis(redis);
  const self = crypto.randomUUID();
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: redis }),
    worker: (name, concurrency, perform) =>
      new Worker(name, (job) => perform(job.data), { connection: redis, concurrency, ...afterDeath }),
    async leads() {
      if ((await redis.set('pult-relay', self, 'PX', leadMs, 'NX')) === 'OK') return true;
      if ((await redis.get('pult-relay')) !== self) return false;
      await redis.pexpire('pult-relay', leadMs);
      return true;
    },
    async close() {
      // A Redis that is gone would keep the last word waiting.
      if (redis.status === 'ready') await redis.quit();
      else redis.disconnect();
    },
  };
}
