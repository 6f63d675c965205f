import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { outbox } from '../schema/outbox.ts';
import { balancePulls, balanceReadings } from '../schema/receivable.ts';
import { lines } from '../schema/subscriber.ts';

export type PullRow = typeof balancePulls.$inferSelect;

export async function getPull(db: TenantDb, accountId: string, on: string): Promise<PullRow | null> {
  const own = and(eq(balancePulls.accountId, accountId), eq(balancePulls.on, on));
  const [row] = await db.select().from(balancePulls).where(own);
  return row ?? null;
}

export async function getLastPull(db: TenantDb, accountId: string): Promise<PullRow | null> {
  const [row] = await db
    .select()
    .from(balancePulls)
    .where(eq(balancePulls.accountId, accountId))
    .orderBy(desc(balancePulls.on))
    .limit(1);
  return row ?? null;
}

/** The next lines of a carrier account, in the order of their ids. */
export function listLinesToAsk(db: TenantDb, accountId: string, after: string, limit: number) {
  return db
    .select({ id: lines.id, msisdn: lines.msisdn })
    .from(lines)
    .where(and(eq(lines.carrierAccountId, accountId), gt(lines.id, after)))
    .orderBy(asc(lines.id))
    .limit(limit)
    .all();
}

/** Whether somebody's own work waits at this gate, or is being done. */
export async function hasInteractiveWork(db: TenantDb, gate: string, now: Date): Promise<boolean> {
  const isDue = or(isNotNull(outbox.admittedAt), lte(outbox.dueAt, now));
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.gate, gate), eq(outbox.lane, 'interactive'), isNull(outbox.parkedReason), isDue))
    .limit(1);
  return rows.length > 0;
}

/** What was read of the lines of some receivables since a moment, the oldest first. */
export function listReadings(db: TenantDb, receivableIds: readonly string[], since: Date) {
  return db.all<{ receivableId: string; at: number; kopecks: number }>(sql`
    select r.id as receivableId, b.at, b.kopecks
    from receivables r join ${balanceReadings} b on b.line_id = r.line_id and b.at >= ${since.getTime()}
    where r.id ${textsIn(receivableIds)} order by r.id, b.at`);
}
