import { setTimeout } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { readEnv } from '#app/platform/env.ts';
import { createLive } from '#app/platform/live.ts';
import { createServer } from '#app/server.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import { openDatabases } from '#db/open.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';

/**
 * `web-process.ts [beside-bare]`: what `run()` starts as `web`, over local files, which `run()` itself leaves to
 * one process, and without a queue. Tells its parent the ports, and its CPU time whenever asked. Told to `solve`, it makes
 * a roster beside, and tells when that is done.
 */
const [beside] = process.argv.slice(2);
const env = readEnv();
const live = createLive();
const databases = await openDatabases({ dataDir: env.PULT_DATA_DIR, onCommit: live.publish });
const secretKey = Buffer.from(env.PULT_SECRET_KEY, 'base64');
const now = () => new Date();
const carriers = createCarrierDesk(databases.control, secretKey, { now, sleep: (ms) => setTimeout(ms) });
const services = { env, secretKey, databases, carriers, live, now };

for (const { id } of await listTenants(databases.control)) await databases.openTenant(id);
const health = async () => ({ queues: [], accounts: [], tenants: [] });
const pult = await createServer({ ...services, health });
const bare = beside === 'beside-bare' ? [(await import('./bare-page.ts')).serveBarePage] : [];
const ports = await Promise.all([pult.fetch, ...bare].map(serveOn));
process.send?.({ ports });
process.on('message', (asked) => {
  if (asked === 'solve') void solveBeside();
  else process.send?.({ cpuUs: process.cpuUsage() });
});

/** As the queue `roster-solve` does it: in a thread of this process. Loaded late: others measure this process's memory. */
async function solveBeside(): Promise<void> {
  const { solveShiftsAside } = await import('#app/features/roster/solve-shifts-aside.ts');
  const { drawRosterCase } = await import('./roster-cases.ts');
  const problem = drawRosterCase({ people: 300, weeks: 1, skills: 1, seed: 1, menu: 'F' });
  const { gap } = await solveShiftsAside(problem, { seconds: 40, seed: 1 }, () => {});
  process.send?.({ gap });
}

function serveOn(fetch: (request: Request) => Response | Promise<Response>): Promise<number> {
  return new Promise((resolve) => {
    serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  });
}
