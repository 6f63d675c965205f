import { monitorEventLoopDelay } from 'node:perf_hooks';
import { scoreNight } from '#app/features/churn/score-night.ts';
import { openDatabases } from '#db/open.ts';
import { getChurnRun } from '#db/tenant/queries/churn-night.ts';

/** A process that scores one night and tells every few pages how far it has come; it may be killed at any moment. */
const [dataDir = '', tenantId = '', on = '', pagesAtOnce = '20'] = process.argv.slice(2);
const databases = await openDatabases({ dataDir });
const db = await databases.openTenant(tenantId);
const night = { db, now: () => new Date(`${on}T02:00:00Z`), timeZone: 'Europe/Moscow' };
const stops = monitorEventLoopDelay({ resolution: 5 });
stops.enable();

/** `stopP99Ms`: for how long whoever asks may wait. */
export type ScoreReport = { scored: string; lines: number; rssMb: number; stopP99Ms: number };

let scored = 'more';
while (scored === 'more') {
  scored = await scoreNight(night, on, Number(pagesAtOnce));
  const lines = (await getChurnRun(db, on))?.scored ?? 0;
  const rssMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const said: ScoreReport = { scored, lines, rssMb, stopP99Ms: Math.round(stops.percentile(99) / 1e6) };
  await new Promise((resolve) => process.send?.(said, resolve));
}
databases.close();
process.disconnect();
