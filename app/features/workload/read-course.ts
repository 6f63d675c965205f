import type { Channel } from '#app/features/contact/contact.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import type { TenantDb } from '#db/open.ts';
import { listCorrections, listForecasts, listWorkDays } from '#db/tenant/queries/workload.ts';
import { countContacts } from '#db/tenant/queries/workload-night.ts';
import { withCorrections } from './corrections.ts';
import type { Course } from './forecast-points.ts';
import { asWallDay, halfHourMs, halfHoursADay, wallHalfHours } from './half-hours.ts';
import { reforecastDay } from './reforecast-day.ts';
import { partsOf, queueKey, type WorkQueueKey, workChannelOf } from './work-queue.ts';

type Desk = { db: TenantDb; now: Date; timeZone: string };
type Span = { from: string; to: string };

/** A year back on the same weekday. */
const yearDays = 364;

/** What came to a queue, what was and is foretold, and what came a week and a year before. */
export async function readCourse(desk: Desk, queue: WorkQueueKey, span: Span): Promise<Course> {
  const back = (days: number) => ({ from: addDays(span.from, -days), to: addDays(span.to, -days) });
  const [came, lastWeek, lastYear, foretold] = await Promise.all([
    readCame(desk, queue, span),
    readCame(desk, queue, back(7)),
    readCame(desk, queue, back(yearDays)),
    readForetold(desk, queue, span),
  ]);
  return { came, lastWeek, lastYear, ...foretold, ...reforecast(desk, span, came, foretold) };
}

const unknown = (span: Span) =>
  new Float64Array(daysBetween(span.from, span.to) * halfHoursADay).fill(Number.NaN);

async function readCame({ db, now, timeZone }: Desk, queue: WorkQueueKey, span: Span): Promise<number[]> {
  const values = unknown(span);
  const today = dateAt(now.getTime(), timeZone);
  const days = await listWorkDays(db, queue, span);
  if (span.from <= today && today < span.to && !days.some(({ on }) => on === today))
    days.push({
      on: today,
      contacts: await countToday({ db, now, timeZone }, queue),
      handled: [],
      handlingS: [],
      source: 'desk',
    });
  for (const { on, contacts } of days.filter((day) => day.on <= today)) {
    const ended =
      on === today ? Math.floor((now.getTime() - midnightOf(on, timeZone)) / halfHourMs) : contacts.length;
    const day = asWallDay(contacts.slice(0, ended), wallHalfHours(on, timeZone, contacts.length));
    values.set(day, daysBetween(span.from, on) * halfHoursADay);
  }
  return [...values];
}

/** What the desk was brought since midnight, by half hour. */
async function countToday({ db, now, timeZone }: Desk, queue: WorkQueueKey): Promise<number[]> {
  const today = dateAt(now.getTime(), timeZone);
  const [from, end] = [midnightOf(today, timeZone), midnightOf(addDays(today, 1), timeZone)];
  const counts = Array<number>(Math.round((end - from) / halfHourMs)).fill(0);
  for (const { channel, carrier, slot, contacts } of await countContacts(db, { from, to: now.getTime() }))
    if (queueKey(workChannelOf[channel as Channel], carrier) === queue)
      counts[slot] = (counts[slot] ?? 0) + contacts;
  return counts;
}

async function readForetold({ db, timeZone }: Desk, queue: WorkQueueKey, span: Span) {
  const [forecasts, corrections] = await Promise.all([
    listForecasts(db, span, [queue]),
    listCorrections(db, span, queue),
  ]);
  const [foretold, corrected] = [unknown(span), unknown(span)];
  const handlingS = unknown(span).fill(usualTerms[partsOf(queue).channel].handlingS);
  for (const { on, contacts, handlingS: seconds } of forecasts) {
    const wall = wallHalfHours(on, timeZone, contacts.length);
    const at = daysBetween(span.from, on) * halfHoursADay;
    foretold.set(asWallDay(contacts, wall), at);
    corrected.set(asWallDay(withCorrections(contacts, { on, wall }, corrections), wall), at);
    handlingS.set(asWallDay(seconds, wall), at);
  }
  return {
    foretold: [...foretold],
    corrected: [...corrected],
    handlingS: [...handlingS],
    spread: forecasts[0]?.spread ?? 0,
    isForetold: forecasts.length > 0,
  };
}

/** Of today alone, and once something of it is known. */
function reforecast(
  { now, timeZone }: Desk,
  span: Span,
  came: readonly number[],
  { corrected, spread, isForetold }: Pick<Course, 'corrected' | 'spread' | 'isForetold'>,
): Pick<Course, 'again' | 'level'> {
  const isToday = span.from === dateAt(now.getTime(), timeZone) && daysBetween(span.from, span.to) === 1;
  if (!isToday || !isForetold || came.every(Number.isNaN)) return { again: [], level: null };
  const known = came.map((count) => (Number.isNaN(count) ? null : count));
  const { values, level } = reforecastDay(corrected, known, spread);
  return { again: values.map((value, place) => (known[place] === null ? value : Number.NaN)), level };
}
