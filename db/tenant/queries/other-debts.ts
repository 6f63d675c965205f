import { and, eq, gt, gte, isNotNull, isNull, lt, min, ne, or, sql, sum } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TenantDb } from '../../open.ts';
import { ladderMoves, standings, strategyVersions, suspensions } from '../schema/ladder.ts';
import { receivables } from '../schema/receivable.ts';

const own = alias(receivables, 'own');
type Subject = Pick<typeof suspensions.$inferSelect, 'receivableId' | 'lineId' | 'measure'>;

/**
 * The other debts of an account that bear upon a line, and since when their ladder asks for the measure: the account's
 * own beside the line's, or the other way round. What was asked for a debt that is paid by now does not count.
 */
export function listOtherDebts(db: TenantDb, { receivableId, lineId, measure }: Subject) {
  return db
    .select({
      id: receivables.id,
      balanceKopecks: receivables.balanceKopecks,
      oldestDueOn: receivables.oldestDueOn,
      askedAt: min(ladderMoves.at).mapWith(ladderMoves.at),
      isHeld: sql<boolean>`${isNotNull(standings.hold)}`.mapWith(Boolean),
    })
    .from(own)
    .innerJoin(
      receivables,
      and(
        eq(receivables.accountId, own.accountId),
        ne(receivables.id, own.id),
        or(eq(receivables.lineId, lineId), isNull(receivables.lineId)),
      ),
    )
    .innerJoin(
      ladderMoves,
      and(
        eq(ladderMoves.receivableId, receivables.id),
        eq(ladderMoves.move, 'step'),
        gte(ladderMoves.on, receivables.oldestDueOn),
      ),
    )
    .innerJoin(
      strategyVersions,
      and(
        eq(strategyVersions.strategyId, ladderMoves.strategyId),
        eq(strategyVersions.number, ladderMoves.strategyVersion),
      ),
    )
    .leftJoin(standings, eq(standings.receivableId, receivables.id))
    .where(
      and(
        eq(own.id, receivableId),
        sql`json_extract(${strategyVersions.rules}, '$.steps[' || ${ladderMoves.step} || '].action') = ${measure}`,
      ),
    )
    .groupBy(receivables.id)
    .all();
}

/** What is overdue for the line of each proposal beside the debt that proposed it. `today` is an ISO date. */
export function sumOtherDebts(db: TenantDb, today: string) {
  return db
    .select({ suspensionId: suspensions.id, kopecks: sum(receivables.balanceKopecks).mapWith(Number) })
    .from(suspensions)
    .innerJoin(own, eq(own.id, suspensions.receivableId))
    .innerJoin(
      receivables,
      and(
        eq(receivables.accountId, own.accountId),
        ne(receivables.id, own.id),
        or(eq(receivables.lineId, suspensions.lineId), isNull(receivables.lineId)),
      ),
    )
    .where(
      and(
        eq(suspensions.state, 'proposed'),
        gt(receivables.balanceKopecks, 0),
        lt(receivables.oldestDueOn, today),
      ),
    )
    .groupBy(suspensions.id)
    .all();
}

/** Whether a debt bears upon a suspension: it is its own, or one of the same account that is the line's or all lines'. */
export function bearsUpon(receivableId: unknown) {
  return sql`${suspensions.receivableId} in (select theirs.id from receivables ours
    join receivables theirs on theirs.account_id = ours.account_id
    where ours.id = ${receivableId}
      and (theirs.id = ours.id or ours.line_id is null or ours.line_id = ${suspensions.lineId}))`;
}
