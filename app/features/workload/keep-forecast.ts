import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCountedFrom, listStaffingTerms, listWorkDays } from '#db/tenant/queries/workload.ts';
import { type ForecastRow, storeAccuracy, storeForecasts } from '#db/tenant/queries/workload-night.ts';
import { workloadModels } from '#db/tenant/schema/workload.ts';
import { type ForetoldDay, foretellQueue } from './foretell-queue.ts';
import { asElapsedDay, halfHourMs, wallHalfHours } from './half-hours.ts';
import { type History, historyOf } from './history.ts';
import { judgeWeeks } from './judge-weeks.ts';
import { chooseLive } from './prove-forecast.ts';
import { marksFrom, readMarks } from './read-marks.ts';
import { partsOf, type WorkQueueKey } from './work-queue.ts';

type Desk = { db: TenantDb; timeZone: string };

/** A plan is told a month before it holds and lasts a month: so far ahead it must be known what comes. */
const foretoldDays = 63;
const learntDays = 560;
const weekAhead = 7;

/**
 * Foretells a queue from a date on, from all that came before it, and judges the weeks that have ended. The same history
 * makes the same forecast. Nothing is written where nothing is known.
 */
export async function keepForecast(
  desk: Desk,
  queue: WorkQueueKey,
  madeOn: string,
  weeksJudged?: number,
): Promise<Statement[]> {
  const history = await readHistory(desk, queue, madeOn);
  const series = history.contacts;
  if (series.values.length === 0) return [];
  const marks = marksFrom(series.firstOn, await readMarks(desk.db, queue));
  const { kept, judged } = await judgeWeeks(desk, { queue, series, marks }, weeksJudged);
  const live = chooseLive([...kept, ...judged].map(({ errors }) => errors));
  const { made, days } = foretellQueue(history, foretoldDays, { marks, live });
  const usual = await readUsualHandling(desk.db, queue);
  const rows = days.flatMap((day, ahead): ForecastRow[] => {
    const { contacts, handlingS } = elapsed(desk.timeZone, day, usual);
    const row = (lead: 'now' | 'week'): ForecastRow => [
      queue,
      day.on,
      lead,
      contacts,
      handlingS,
      made.spread,
      madeOn,
    ];
    return ahead === weekAhead ? [row('now'), row('week')] : [row('now')];
  });
  return [
    storeForecasts(desk.db, rows),
    ...storeAccuracy(desk.db, judged),
    desk.db
      .insert(workloadModels)
      .values({ queue, madeOn, made })
      .onConflictDoUpdate({ target: workloadModels.queue, set: { madeOn, made } }),
  ];
}

/** All that is known of a queue before a date, in the wall clock. */
export async function readHistory(
  { db, timeZone }: Desk,
  queue: WorkQueueKey,
  until: string,
): Promise<History> {
  const [days, countedFrom] = await Promise.all([
    listWorkDays(db, queue, { from: addDays(until, -learntDays), to: until }),
    getCountedFrom(db),
  ]);
  return historyOf(days, { until, countedFrom, timeZone });
}

async function readUsualHandling(db: TenantDb, queue: WorkQueueKey): Promise<number> {
  const own = (await listStaffingTerms(db)).find((row) => row.queue === queue);
  return (own?.terms ?? usualTerms[partsOf(queue).channel]).handlingS;
}

/** A day as long as its date, in numbers short enough to be kept. */
function elapsed(timeZone: string, { on, contacts, handlingS }: ForetoldDay, usualS: number) {
  const lengthMs = midnightOf(addDays(on, 1), timeZone) - midnightOf(on, timeZone);
  const wall = wallHalfHours(on, timeZone, Math.round(lengthMs / halfHourMs));
  return {
    contacts: asElapsedDay(contacts, wall).map((value) => Math.round(value * 1000) / 1000),
    handlingS: handlingS ? asElapsedDay(handlingS, wall).map(Math.round) : wall.map(() => usualS),
  };
}
