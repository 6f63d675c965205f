import { and, asc, count, desc, eq, gt, gte, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { standings, strategies, strategyTrials, strategyVersions } from '../schema/ladder.ts';
import { contactRules } from '../schema/outreach.ts';
import { charges } from '../schema/receivable.ts';

export type StrategyRow = typeof strategies.$inferSelect;
export type StrategyVersionRow = typeof strategyVersions.$inferSelect;
export type TrialRow = typeof strategyTrials.$inferSelect;

/** Those in use first, each kind by name. */
export async function listStrategies(db: TenantDb): Promise<StrategyRow[]> {
  return db
    .select()
    .from(strategies)
    .orderBy(sql`${strategies.retiredAt} is not null`, asc(strategies.name))
    .limit(200);
}

export async function getStrategy(db: TenantDb, id: string): Promise<StrategyRow | null> {
  const [row] = await db.select().from(strategies).where(eq(strategies.id, id));
  return row ?? null;
}

/** Of one strategy, the oldest first. */
export async function listStrategyVersions(db: TenantDb, strategyId: string): Promise<StrategyVersionRow[]> {
  return db
    .select()
    .from(strategyVersions)
    .where(eq(strategyVersions.strategyId, strategyId))
    .orderBy(asc(strategyVersions.number));
}

/** Of all strategies, without their rules. */
export async function listVersionHeads(db: TenantDb) {
  const { strategyId, number, inForceFrom, savedAt } = strategyVersions;
  return db
    .select({ strategyId, number, inForceFrom, savedAt })
    .from(strategyVersions)
    .orderBy(asc(strategyId), asc(number));
}

/** How many stand on which version and have not left. */
export async function countStandings(db: TenantDb) {
  return db
    .select({
      strategyId: standings.strategyId,
      version: standings.strategyVersion,
      people: count(),
      held: sql<number>`sum(${standings.hold} is not null)`,
    })
    .from(standings)
    .where(isNull(standings.leftOn))
    .groupBy(standings.strategyId, standings.strategyVersion);
}

export async function getRunningTrial(db: TenantDb): Promise<TrialRow | null> {
  const [row] = await db.select().from(strategyTrials).where(isNull(strategyTrials.endedAt));
  return row ?? null;
}

/** The newest first. */
export async function listTrials(db: TenantDb): Promise<TrialRow[]> {
  return db.select().from(strategyTrials).orderBy(desc(strategyTrials.startedAt)).limit(20);
}

/** The limits of the contact rules that hold at a moment; `null`: none were set. */
export async function getContactLimits(db: TenantDb, at: Date) {
  const { from, limits } = contactRules;
  const [row] = await db
    .select({ limits })
    .from(contactRules)
    .where(lte(from, at))
    .orderBy(desc(from))
    .limit(1);
  return row?.limits ?? null;
}

/** Those who stand on another version of a strategy than `version` and have not left, by id. */
export async function listStandingsToMove(
  db: TenantDb,
  { strategyId, version, limit }: { strategyId: string; version: number; limit: number },
) {
  return db
    .select()
    .from(standings)
    .where(
      and(
        eq(standings.strategyId, strategyId),
        isNull(standings.leftOn),
        ne(standings.strategyVersion, version),
      ),
    )
    .orderBy(asc(standings.receivableId))
    .limit(limit);
}

/**
 * Of the receivables with a charge due within two dates that was not paid on its day: how many, and how many of
 * those charges were paid within thirty days of it.
 */
export async function countLateDebts(db: TenantDb, { from, until }: { from: string; until: string }) {
  const [row] = await db
    .select({
      late: sql<number>`count(distinct ${charges.receivableId})`,
      cured: sql<number>`count(distinct case when julianday(${charges.settledOn}) - julianday(${charges.dueOn}) <= 30
        then ${charges.receivableId} end)`,
    })
    .from(charges)
    .where(
      and(
        gte(charges.dueOn, from),
        lt(charges.dueOn, until),
        or(isNull(charges.settledOn), gt(charges.settledOn, charges.dueOn)),
      ),
    );
  return row ?? { late: 0, cured: 0 };
}
