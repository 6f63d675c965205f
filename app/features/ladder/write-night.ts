import { and, eq, gt, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import { rowsFrom } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import type { DebtRun } from '#db/tenant/queries/debt-pages.ts';
import { debtRuns, instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import type { KeptWalk } from './write-walks.ts';

/**
 * Fails the batch on the run's own key when the page was written by another worker, or when one of those who moved
 * has paid, promised or agreed a plan since he was read: the page is then read again.
 */
export function guardPage(db: TenantDb, { on, cursor }: DebtRun, moved: readonly KeptWalk[]): Statement {
  const read = moved.map(({ debt }) => [debt.id, debt.version, debt.promiseId, debt.planId]);
  const isMoved = sql`exists (select 1 from debt_runs where "on" = ${on} and (cursor <> ${cursor} or ended_at is not null))`;
  const isOther = (table: typeof promises | typeof instalmentPlans, known: SQL) =>
    sql`exists (select 1 from ${table} o where o.receivable_id = value ->> 0 and o.state = 'open'
      and o.id is not ${known})`;
  const isChanged = sql`exists (select 1 ${rowsFrom(read)} and (
    exists (select 1 from receivables r where r.id = value ->> 0 and r.version <> value ->> 1)
    or ${isOther(promises, sql`value ->> 2`)} or ${isOther(instalmentPlans, sql`value ->> 3`)}))`;
  return db.insert(debtRuns).select(sql`select ${on}, '', '{}', 0, 0, null where ${isMoved} or ${isChanged}`);
}

/** What is next on a date that has come is the first due date from it on. */
export function refreshDueDates(
  db: TenantDb,
  { after, upTo }: { after: string; upTo: string },
  on: string,
): Statement {
  const { id, nextDueOn } = receivables;
  const next = sql`(select min(due_on) from charges
    where receivable_id = receivables.id and due_on >= ${on} and open_kopecks > 0)`;
  return db
    .update(receivables)
    .set({ nextDueOn: next })
    .where(and(gt(id, after), lte(id, upTo), lt(nextDueOn, on)));
}

export function moveCursor(
  db: TenantDb,
  { on }: DebtRun,
  step: Partial<Pick<DebtRun, 'cursor' | 'counts' | 'endedAt'>>,
  now: Date,
): Statement {
  return db
    .update(debtRuns)
    .set({ ...step, changedAt: now })
    .where(eq(debtRuns.on, on));
}
