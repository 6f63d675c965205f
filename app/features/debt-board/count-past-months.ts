import { type Actor, can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { countDebtHistory, getFirstMonth } from '#db/tenant/queries/debt-history.ts';
import { getPageEnd } from '#db/tenant/queries/debt-pages.ts';
import { debtDays } from '#db/tenant/schema/debt-history.ts';

export type CountRefusal =
  | { code: 'forbidden'; action: 'debt:write' }
  /** They are counted, or are being counted, already. */
  | { code: 'months-counted' };
/** Which month is being counted, behind which receivable, and before which month it ends. */
export type MonthsWork = { on: string; after: string; until: string };

const months = 12;
const pageSize = 2000;

/** Calls for the counting of the months before the first that a night has counted, as after the first billing file. */
export async function countPastMonths(
  { db, actor, now }: { db: TenantDb; actor: Actor; now: Date },
  timeZone: string,
): Promise<Result<{ on: string }, CountRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const today = dateAt(now.getTime(), timeZone);
  const until = (await getFirstMonth(db)) ?? nextMonth(addDays(today, -1));
  const on = monthsBefore(nextMonth(today), months + 1);
  if (until <= on) return refuse({ code: 'months-counted' });
  // Whoever asks a second time finds the row taken.
  const begun = db.insert(debtDays).values({ on, bucket: 'current', receivables: 0, kopecks: 0 });
  const written = await commit(db, [begun, callForMonths(db, { on, after: '', until }, now)]);
  return written.ok ? ok({ on }) : refuse({ code: 'months-counted' });
}

/** Counts one page of one month; the page, the call for the next one and the ending are one batch. */
export async function countMonthPage(
  { db, now, ending }: { db: TenantDb; now: Date; ending: Statement },
  { on, after, until }: MonthsWork,
): Promise<void> {
  const page = await getPageEnd(db, after, pageSize);
  const next = page ? { on, after: page.upTo, until } : { on: nextMonth(on), after: '', until };
  await commit(db, [
    ...(page ? countDebtHistory(db, { after, upTo: page.upTo }, on) : []),
    ...(next.on < until ? [callForMonths(db, next, now)] : []),
    ending,
  ]);
}

function callForMonths(db: TenantDb, payload: MonthsWork, now: Date): Statement {
  const queue = { queue: 'debt-months', gate: 'debt-months', lane: 'bulk', dueAt: now } as const;
  return callFor(db, { ...queue, payload }, now);
}

/** The first of the month after a date's. */
function nextMonth(date: string): string {
  return `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

function monthsBefore(first: string, count: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10);
}
