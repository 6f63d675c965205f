import { monitorEventLoopDelay } from 'node:perf_hooks';
import { walkNight } from '#app/features/ladder/walk-night.ts';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { openDatabases } from '#db/open.ts';
import { getDebtRun } from '#db/tenant/queries/debt-pages.ts';

/** A process that walks one night and tells every few pages how far it has come; it may be killed at any moment. */
const [dataDir = '', tenantId = '', on = '', pagesAtOnce = '20'] = process.argv.slice(2);
const databases = await openDatabases({ dataDir });
const db = await databases.openTenant(tenantId);
const now = () => new Date();
const model = await openModelInForce(db, now());
const stops = monitorEventLoopDelay({ resolution: 5 });
stops.enable();
const atStart = process.cpuUsage();
const night = { db, now, tenant: { name: 'Волна', timeZone: 'Europe/Moscow' }, model };

/** `cpuMs`: of the walk alone, without the start of the process. `stopP99Ms`: for how long whoever asks may wait. */
export type NightReport = { walked: string; done: number; cpuMs: number; rssMb: number; stopP99Ms: number };

async function report(walked: string): Promise<void> {
  const { user, system } = process.cpuUsage(atStart);
  const done = (await getDebtRun(db, on))?.counts.receivables ?? 0;
  const rssMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const [cpuMs, stopP99Ms] = [Math.round((user + system) / 1000), Math.round(stops.percentile(99) / 1e6)];
  const said: NightReport = { walked, done, cpuMs, rssMb, stopP99Ms };
  await new Promise((resolve) => process.send?.(said, resolve));
}

let walked = 'more';
while (walked === 'more') {
  walked = await walkNight(night, on, Number(pagesAtOnce));
  await report(walked);
}
databases.close();
process.disconnect();
