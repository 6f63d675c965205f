import { and, asc, count, desc, eq, gt, isNotNull, lte, max, min, ne, sql, sum } from 'drizzle-orm';
import type { RequestState } from '#app/features/request/request.ts';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';
import type { TenantDb } from '../../open.ts';
import { promises } from '../schema/ladder.ts';
import { charges } from '../schema/receivable.ts';
import { requests } from '../schema/request.ts';
import { rosters } from '../schema/shift.ts';
import { workloadAccuracy, workloadDays, workloadModels } from '../schema/workload.ts';

export type CarrierState = {
  carrier: string;
  state: RequestState;
  requests: number;
  /** Of them, those unchanged since before the moment asked for. */
  old: number;
  /** Since when the longest is as it is. */
  since: Date;
};

/**
 * Requests that are not finished, by carrier and state. Grouped by the bare columns, SQLite would read every request
 * there ever was in the order of their index.
 */
export function countByCarrier(db: TenantDb, before: Date): Promise<CarrierState[]> {
  const { carrier, state, changedAt } = requests;
  return db
    .select({
      carrier,
      state,
      requests: count(),
      old: sql<number>`sum(${changedAt} < ${before.getTime()})`,
      since: sql<Date>`${min(changedAt)}`.mapWith(changedAt),
    })
    .from(requests)
    .where(sql`${state} not in ('draft', 'done', 'refused', 'cancelled')`)
    .groupBy(sql`+${carrier}`, sql`+${state}`)
    .orderBy(asc(carrier), asc(state))
    .all();
}

export type Owed = { debts: number; kopecks: number };

/** What is to be paid on a date and was not yet. */
export async function sumChargesDue(db: TenantDb, on: string): Promise<Owed> {
  const [row] = await db
    .select({
      debts: sql<number>`count(distinct ${charges.receivableId})`,
      kopecks: sum(charges.openKopecks).mapWith(Number),
    })
    .from(charges)
    .where(and(eq(charges.dueOn, on), gt(charges.openKopecks, 0)));
  return { debts: row?.debts ?? 0, kopecks: row?.kopecks ?? 0 };
}

/** Promises that stand and whose last date has come. */
export async function sumPromisesDue(db: TenantDb, on: string): Promise<Owed> {
  const [row] = await db
    .select({ debts: count(), kopecks: sum(promises.kopecks).mapWith(Number) })
    .from(promises)
    .where(and(eq(promises.state, 'open'), lte(promises.lastOn, on)));
  return { debts: row?.debts ?? 0, kopecks: row?.kopecks ?? 0 };
}

/** What came to each queue on a date by half hour; what was imported goes before what the desk counted. */
export async function listCameOn(
  db: TenantDb,
  on: string,
): Promise<{ queue: WorkQueueKey; contacts: number[] }[]> {
  const { queue, contacts, source } = workloadDays;
  const rows = await db
    .select({ queue, contacts })
    .from(workloadDays)
    .where(eq(workloadDays.on, on))
    .orderBy(asc(queue), asc(source));
  return [...new Map(rows.map((row) => [row.queue, row])).values()];
}

/** How right the forecast in force of each queue was in the last week that was judged. */
export async function listLastAccuracy(db: TenantDb) {
  const newest = db.select({ week: max(workloadAccuracy.weekFrom) }).from(workloadAccuracy);
  const rows = await db
    .select({
      queue: workloadAccuracy.queue,
      weekFrom: workloadAccuracy.weekFrom,
      errors: workloadAccuracy.errors,
      made: workloadModels.made,
    })
    .from(workloadAccuracy)
    .innerJoin(workloadModels, eq(workloadModels.queue, workloadAccuracy.queue))
    .where(eq(workloadAccuracy.weekFrom, sql`(${newest})`));
  return rows.map(({ errors, made, ...row }) => ({ ...row, errors: errors[made.live] }));
}

/** The plan people were told of that holds a date; null: none does. */
export async function getRosterOn(db: TenantDb, date: string): Promise<string | null> {
  const { id, publishedAt, state, fromDate, toDate } = rosters;
  const [row] = await db
    .select({ id })
    .from(rosters)
    .where(and(isNotNull(publishedAt), ne(state, 'retired'), lte(fromDate, date), gt(toDate, date)))
    .orderBy(desc(publishedAt))
    .limit(1);
  return row?.id ?? null;
}
