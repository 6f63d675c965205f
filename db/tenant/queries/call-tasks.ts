import { and, asc, count, desc, eq, isNull, lte } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { callTasks, ladderMoves, strategyVersions } from '../schema/ladder.ts';
import { nonpaymentForecasts } from '../schema/prediction.ts';
import { billingAccounts, receivables } from '../schema/receivable.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type CallTaskRow = typeof callTasks.$inferSelect;

const mostListed = 500;

export async function getCallTask(db: TenantDb, id: string): Promise<CallTaskRow | null> {
  const [row] = await db.select().from(callTasks).where(eq(callTasks.id, id));
  return row ?? null;
}

export async function countOpenCalls(db: TenantDb, on: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(callTasks)
    .where(and(eq(callTasks.state, 'open'), lte(callTasks.on, on)));
  return row?.n ?? 0;
}

/** Whom to call by this date, the largest debts first; with what is known of each without asking further. */
export function listOpenCalls(db: TenantDb, on: string) {
  return db
    .select({
      task: callTasks,
      step: { place: ladderMoves.step, debtSince: ladderMoves.debtSince, rules: strategyVersions.rules },
      debtKopecks: receivables.balanceKopecks,
      oldestDueOn: receivables.oldestDueOn,
      lineId: receivables.lineId,
      subscriber: { id: subscribers.id, name: subscribers.name, kind: subscribers.kind },
      probability: nonpaymentForecasts.probability,
    })
    .from(callTasks)
    .innerJoin(receivables, eq(receivables.id, callTasks.receivableId))
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(subscribers, eq(subscribers.id, billingAccounts.subscriberId))
    .leftJoin(ladderMoves, eq(ladderMoves.id, callTasks.moveId))
    .leftJoin(
      strategyVersions,
      and(
        eq(strategyVersions.strategyId, ladderMoves.strategyId),
        eq(strategyVersions.number, ladderMoves.strategyVersion),
      ),
    )
    .leftJoin(
      nonpaymentForecasts,
      and(
        eq(nonpaymentForecasts.receivableId, receivables.id),
        eq(nonpaymentForecasts.dueOn, receivables.oldestDueOn),
      ),
    )
    .where(and(eq(callTasks.state, 'open'), lte(callTasks.on, on)))
    .orderBy(desc(receivables.balanceKopecks))
    .limit(mostListed)
    .all();
}

/** The number to call about a debt: the line's own, else the subscriber's first. */
export async function getLineToCall(db: TenantDb, receivableId: string) {
  const known = {
    id: lines.id,
    msisdn: lines.msisdn,
    carrier: lines.carrier,
    subscriberId: lines.subscriberId,
  };
  const [own] = await db
    .select(known)
    .from(receivables)
    .innerJoin(lines, eq(lines.id, receivables.lineId))
    .where(eq(receivables.id, receivableId));
  if (own) return own;
  const [first] = await db
    .select(known)
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(lines, eq(lines.subscriberId, billingAccounts.subscriberId))
    .where(and(eq(receivables.id, receivableId), isNull(receivables.lineId)))
    .orderBy(asc(lines.createdAt))
    .limit(1);
  return first ?? null;
}
