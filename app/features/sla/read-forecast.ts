import type { TenantDb } from '#db/open.ts';
import { listSettled } from '#db/tenant/queries/forecasts.ts';
import { forecastQueue } from './forecast-queue.ts';
import { scoreForecast } from './foresee-breaches.ts';

const daysScored = 30;

/** What waits in each channel and will be late, and how good such forecasts were in the last 30 days. */
export async function readForecast(db: TenantDb, now: Date) {
  const foreseen = await forecastQueue(db, now);
  const queues = [...Map.groupBy(foreseen, ({ channel }) => channel)].map(([channel, own]) => ({
    channel,
    waiting: own.length,
    late: own.filter(({ isLate }) => isLate).length,
    firstLateAt: own.find(({ isLate }) => isLate)?.dueAt ?? null,
  }));
  const since = new Date(now.getTime() - daysScored * 86_400_000);
  return { queues, score: scoreForecast(await listSettled(db, since)) };
}
