import type { Channel } from '#app/features/contact/contact.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type CountedSlot,
  countContacts,
  countRequests,
  dropDeskDays,
  storeWorkDays,
  type WorkDayRow,
} from '#db/tenant/queries/workload-night.ts';
import { halfHourMs } from './half-hours.ts';
import { queueKey, type WorkQueueKey, workChannelOf } from './work-queue.ts';

/** A request that needs a person later than this after it was made is not counted as new work. */
const requestsAgeMs = 7 * 86_400_000;

/**
 * Counts what the desk was brought on the dates from `from` until before `to`, and writes it in place of what was counted of
 * them before: a date counted twice is the same.
 */
export async function countDeskDays(
  { db, now, timeZone }: { db: TenantDb; now: Date; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<Statement[]> {
  const dates = Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day));
  const midnights = [...dates, to].map((date) => midnightOf(date, timeZone));
  const span = { from: midnights[0] ?? 0, to: midnights.at(-1) ?? 0 };
  const floor = idFloor(span.from - requestsAgeMs);
  const [contacts, requests] = await Promise.all([
    countContacts(db, span),
    countRequests(db, { ...span, floor }),
  ]);
  const starts = midnights.map((midnight) => Math.round((midnight - span.from) / halfHourMs));
  const rows = placeByDay([...contacts, ...requests], dates, starts);
  return [dropDeskDays(db, { from, to }), ...(rows.length > 0 ? [storeWorkDays(db, rows, now)] : [])];
}

/** Counted half hours of a span as the days of each queue; `starts`: the half hour with which each date begins, and the end. */
function placeByDay(
  counted: readonly CountedSlot[],
  dates: readonly string[],
  starts: readonly number[],
): WorkDayRow[] {
  const days = new Map<string, WorkDayRow>();
  for (const one of counted) {
    const day = starts.findLastIndex((start) => start <= one.slot);
    const [on, start] = [dates[day] ?? '', starts[day] ?? 0];
    const row =
      days.get(`${queueOf(one)} ${on}`) ?? emptyDay(queueOf(one), on, (starts[day + 1] ?? start) - start);
    days.set(`${queueOf(one)} ${on}`, row);
    const place = one.slot - start;
    for (const [column, value] of [
      [3, one.contacts],
      [4, one.handled],
      [5, one.handlingS],
    ] as const)
      row[column][place] = (row[column][place] ?? 0) + value;
  }
  return [...days.values()];
}

function queueOf({ channel, carrier }: CountedSlot): WorkQueueKey {
  return queueKey(channel === 'request' ? 'request' : workChannelOf[channel as Channel], carrier);
}

function emptyDay(queue: WorkQueueKey, on: string, halfHours: number): WorkDayRow {
  const zeros = () => Array<number>(halfHours).fill(0);
  return [queue, on, 'desk', zeros(), zeros(), zeros()];
}

/** Below the id of everything made at an instant or after it: an id begins with when it was made. */
function idFloor(at: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000`;
}
