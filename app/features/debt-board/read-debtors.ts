import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { type DebtorRow, listDebtors, placeOf, sumDebtors } from '#db/tenant/queries/debtor-list.ts';
import { listTrials } from '#db/tenant/queries/strategies.ts';
import { type DebtorFilter, parseDebtorFilter } from './debtor-filter.ts';
import type { BoardReader } from './read-board.ts';
import { recentDays } from './recent-days.ts';

const pageSize = 50;
const mostExported = 10_000;
const dayMs = 86_400_000;

/** A page of the debtors that an address asks for, with the sums of all of them. */
export async function readDebtors(reader: BoardReader, query: URLSearchParams) {
  const asked = await askedOf(reader, query);
  const rows = await listDebtors(reader.db, asked, {
    after: readPlace(query.get('after')),
    limit: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    filter: asked.filter,
    debtors: page.map((row) => withDays(row, asked.span.today)),
    total: await sumDebtors(reader.db, asked),
    next: last ? `${placeOf(last).on}_${last.id}` : null,
    isFirst: !query.has('after'),
  };
}
export type DebtorsView = Awaited<ReturnType<typeof readDebtors>>;

/** All of them, for a file; at most 10,000. */
export async function readDebtorsToExport(reader: BoardReader, query: URLSearchParams) {
  const asked = await askedOf(reader, query);
  const rows = await listDebtors(reader.db, asked, { after: null, limit: mostExported });
  return rows.map((row) => withDays(row, asked.span.today));
}

async function askedOf({ db, now, timeZone }: BoardReader, query: URLSearchParams) {
  const today = dateAt(now.getTime(), timeZone);
  const filter: DebtorFilter = parseDebtorFilter(query);
  const promisesSince = addDays(today, -recentDays.promises);
  const refusalsSince = new Date(now.getTime() - recentDays.refusals * dayMs);
  const [trial] = filter.tried ? await listTrials(db) : [];
  const trialSince = trial ? dateAt(trial.startedAt.getTime(), timeZone) : null;
  return { filter, span: { today, promisesSince, refusalsSince, trialSince } };
}

function withDays(row: DebtorRow, today: string) {
  const days = row.oldestDueOn ? Math.max(0, daysBetween(row.oldestDueOn, today)) : 0;
  return { ...row, days };
}

/** Where the page before ended. What cannot be read begins anew. */
function readPlace(text: string | null) {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})_([\w-]{1,60})$/.exec(text ?? '') ?? [];
  return on && id ? { on, id } : null;
}
