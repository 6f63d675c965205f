import { and, asc, desc, eq, notInArray, sql } from 'drizzle-orm';
import { endedStates, type SuspensionState } from '#app/features/suspension/suspension.ts';
import type { TenantDb } from '../../open.ts';
import { ladderMoves, standings, strategies, strategyVersions, suspensions } from '../schema/ladder.ts';
import { outreachAttempts, outreachRefusals } from '../schema/outreach.ts';
import { nonpaymentForecasts } from '../schema/prediction.ts';
import { billingAccounts, receivables } from '../schema/receivable.ts';
import { lines } from '../schema/subscriber.ts';

const mostListed = 100;

/** Where a debtor stands, on which version of what, with its steps. */
export async function getStandingOf(db: TenantDb, receivableId: string) {
  const [row] = await db
    .select({ standing: standings, rules: strategyVersions.rules, strategy: strategies.name })
    .from(standings)
    .innerJoin(strategies, eq(strategies.id, standings.strategyId))
    .innerJoin(
      strategyVersions,
      and(
        eq(strategyVersions.strategyId, standings.strategyId),
        eq(strategyVersions.number, standings.strategyVersion),
      ),
    )
    .where(eq(standings.receivableId, receivableId));
  return row ?? null;
}

/** What happened to a debt on its ladder, in its order. */
export function listLadderMoves(db: TenantDb, receivableId: string, debtSince: string) {
  return db
    .select()
    .from(ladderMoves)
    .where(and(eq(ladderMoves.receivableId, receivableId), eq(ladderMoves.debtSince, debtSince)))
    .orderBy(asc(ladderMoves.version))
    .all();
}

/** Contacts about a debt that the gate let through, the newest first. */
export function listAttempts(db: TenantDb, receivableId: string) {
  return db
    .select()
    .from(outreachAttempts)
    .where(eq(outreachAttempts.receivableId, receivableId))
    .orderBy(desc(outreachAttempts.at))
    .limit(mostListed)
    .all();
}

/** Those that it refused, the newest first. */
export function listRefusals(db: TenantDb, subscriberId: string, receivableId: string) {
  return db
    .select()
    .from(outreachRefusals)
    .where(
      and(eq(outreachRefusals.subscriberId, subscriberId), eq(outreachRefusals.receivableId, receivableId)),
    )
    .orderBy(desc(outreachRefusals.at))
    .limit(mostListed)
    .all();
}

/** What was foretold last for a debt. */
export async function getLastForecast(db: TenantDb, receivableId: string) {
  const [row] = await db
    .select()
    .from(nonpaymentForecasts)
    .where(eq(nonpaymentForecasts.receivableId, receivableId))
    .orderBy(desc(nonpaymentForecasts.dueOn))
    .limit(1);
  return row ?? null;
}

/** What a subscriber owes, by line and account, the largest first; each with what holds it and its suspension. */
export function listDebtsOf(db: TenantDb, subscriberId: string) {
  const { id, balanceKopecks, oldestDueOn, lineId } = receivables;
  // Several lines of an account may be at it: the newest tells for all.
  const underWay = db
    .select({ state: suspensions.state })
    .from(suspensions)
    .where(and(eq(suspensions.receivableId, id), notInArray(suspensions.state, [...endedStates])))
    .orderBy(desc(suspensions.proposedAt), desc(suspensions.id))
    .limit(1);
  return db
    .select({
      id,
      balanceKopecks,
      oldestDueOn,
      msisdn: lines.msisdn,
      hold: standings.hold,
      suspension: sql<SuspensionState | null>`(${underWay})`,
    })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .leftJoin(lines, eq(lines.id, lineId))
    .leftJoin(standings, eq(standings.receivableId, id))
    .where(eq(billingAccounts.subscriberId, subscriberId))
    .orderBy(desc(balanceKopecks))
    .limit(mostListed)
    .all();
}

/** Whose debt it is, as pages name him. */
export async function getDebtLine(db: TenantDb, lineId: string) {
  const { id, msisdn, carrier, blockedBy } = lines;
  const [row] = await db.select({ id, msisdn, carrier, blockedBy }).from(lines).where(eq(lines.id, lineId));
  return row ?? null;
}
