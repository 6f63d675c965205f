import { setTimeout } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer } from '#app/server.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import { openDatabases } from '#db/open.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { readHealth } from '#workers/health.ts';
import { bridgeLive } from '#workers/live-bridge.ts';
import { openQueueStore, type QueueStore } from '#workers/queue-store.ts';
import { createRelay } from '#workers/relay.ts';
import { startWorkers } from '#workers/runtime.ts';

/**
 * `role-process.ts web|worker [beside-bare]`: what `run()` starts in that role, over local files, which `run()`
 * itself leaves to one process. Tells its parent the ports, and its CPU time whenever asked.
 */
const [role, beside] = process.argv.slice(2);
const env = readEnv();
const log = createLog(env);
const live = createLive();
const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR, onCommit: live.publish });
const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
const now = () => new Date();
const carriers = createCarrierDesk(databases.control, secretKey, { now, sleep: (ms) => setTimeout(ms) });
const services = { env, secretKey, databases, carriers, live, now };

for (const { id } of await listTenants(databases.control)) await databases.openTenant(id);
const store = env.REDIS_URL ? await connectQueue(env.REDIS_URL) : null;
const ports = role === 'web' ? await listen(store) : [];
process.send?.({ ports });
process.on('message', () => process.send?.({ cpuUs: process.cpuUsage() }));

async function connectQueue(redisUrl: string): Promise<QueueStore> {
  const onError = (error: unknown) => log.error({ err: error }, 'the queue fails');
  const opened = await openQueueStore({ redisUrl, dataDir: env.PULT_DATA_DIR, onError });
  await bridgeLive(redisUrl, live.publish, onError);
  if (role === 'worker') {
    startWorkers(opened, services, log);
    createRelay({ databases, store: opened, now, onError }).start();
  }
  return opened;
}

async function listen(queue: QueueStore | null): Promise<number[]> {
  const none = async () => ({ queues: [], accounts: [], tenants: [] });
  const health = queue ? () => readHealth({ ...services, store: queue }) : none;
  const pult = await createServer({ ...services, health });
  const bare = beside === 'beside-bare' ? [(await import('./bare-page.ts')).serveBarePage] : [];
  return Promise.all([pult.fetch, ...bare].map(serveOn));
}

function serveOn(fetch: (request: Request) => Response | Promise<Response>): Promise<number> {
  return new Promise((resolve) => {
    serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  });
}
