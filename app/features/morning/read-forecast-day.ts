import { addDays } from '#app/features/sla/calendar-date.ts';
import { withCorrections } from '#app/features/workload/corrections.ts';
import { asWallDay, halfHoursADay, wallHalfHours } from '#app/features/workload/half-hours.ts';
import type { TenantDb } from '#db/open.ts';
import { listCameOn, listLastAccuracy } from '#db/tenant/queries/morning.ts';
import { listCorrections, listForecasts } from '#db/tenant/queries/workload.ts';
import { foretoldByHour, judgeForecast, type QueueDay } from './judge-forecast.ts';

/** What was foretold of a date with its corrections, how right that was, and how right the last week's forecast. */
export async function readForecastDay(db: TenantDb, on: string, timeZone: string) {
  const span = { from: on, to: addDays(on, 1) };
  const [forecasts, corrections, came, weeks] = await Promise.all([
    listForecasts(db, span),
    listCorrections(db, span),
    listCameOn(db, on),
    listLastAccuracy(db),
  ]);
  // Where something came to any queue the desk was counting: to one without a row nothing did.
  const uncounted = new Float64Array(halfHoursADay).fill(came.length > 0 ? 0 : Number.NaN);
  const queues = forecasts.map(({ queue, contacts }): QueueDay => {
    const wall = wallHalfHours(on, timeZone, contacts.length);
    const own = corrections.filter((one) => one.queue === queue);
    const counted = came.find((one) => one.queue === queue);
    return {
      queue,
      foretold: asWallDay(withCorrections(contacts, { on, wall }, own), wall),
      came: counted ? asWallDay(counted.contacts, wall) : uncounted,
    };
  });
  return {
    channels: judgeForecast(queues, weeks),
    weekFrom: weeks[0]?.weekFrom ?? null,
    callsByHour: foretoldByHour(queues, 'call'),
  };
}
