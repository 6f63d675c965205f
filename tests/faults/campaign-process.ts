import { and, asc, isNull, lte } from 'drizzle-orm';
import { pino } from 'pino';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { openDatabases } from '#db/open.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { armCrashPoint } from '#workers/crash-points.ts';
import type { QueueStore, Ticket } from '#workers/queue-store.ts';
import { startWorkers } from '#workers/runtime.ts';

/**
 * Does the work of a tenant until none is due, or dies: after so many pieces, at the named point or between two. Its clock
 * goes so many milliseconds ahead.
 */
const [tenantId = '', point = '', dieAfter = 'Infinity', aheadMs = '0'] = process.argv.slice(2);
const env = readEnv();
const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR });
const now = () => new Date(Date.now() + Number(aheadMs));
const sleep = () => Promise.resolve();
const carriers = createCarrierDesk(databases.control, secretKey, { now, sleep });
const services = { env, secretKey, databases, carriers, live: createLive(), now };
const performers = new Map<string, (ticket: Ticket) => Promise<void>>();
const store: Pick<QueueStore, 'work'> = {
  work: (queue, _concurrency, perform) => void performers.set(queue, perform),
};
startWorkers(store, services, pino({ level: 'silent' }));

const db = await databases.openTenant(tenantId);
for (let done = 0; ; done += 1) {
  if (done >= Number(dieAfter)) {
    if (point === 'between') process.kill(process.pid, 'SIGKILL');
    armCrashPoint(point);
  }
  const isDue = and(isNull(outbox.parkedReason), lte(outbox.dueAt, now()));
  const [row] = await db
    .select()
    .from(outbox)
    .where(isDue)
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1);
  if (!row) break;
  const { queue, id: workId, attempts: tries, payload } = row;
  await performers.get(queue)?.({ tenantId, workId, tries, payload });
}
process.exit(0);
