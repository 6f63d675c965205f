import { and, asc, count, countDistinct, desc, eq, isNull, max, ne, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { badges, kudos, rewardOrders, rewards } from '../schema/game.ts';
import { boardPoints } from '../schema/quality.ts';

export async function listRewards(db: TenantDb) {
  return db
    .select()
    .from(rewards)
    .where(isNull(rewards.retiredAt))
    .orderBy(asc(rewards.price), asc(rewards.id));
}

export async function getReward(db: TenantDb, id: string) {
  const [row] = await db
    .select()
    .from(rewards)
    .where(and(eq(rewards.id, id), isNull(rewards.retiredAt)));
  return row ?? null;
}

/** Pieces of the stock that are given away or promised. */
export async function listTakenUnits(db: TenantDb) {
  return db
    .select({ rewardId: rewardOrders.rewardId, unit: rewardOrders.unit })
    .from(rewardOrders)
    .where(ne(rewardOrders.state, 'declined'));
}

/** Points of all seasons that an agent has not spent; what was taken back may leave him below zero. */
export async function readBalance(db: TenantDb, agentId: string): Promise<number> {
  const earned = await readEarned(db, agentId);
  const [spent] = await db
    .select({ points: sql<number>`coalesce(sum(${rewardOrders.price}), 0)` })
    .from(rewardOrders)
    .where(and(eq(rewardOrders.agentId, agentId), ne(rewardOrders.state, 'declined')));
  return earned - (spent?.points ?? 0);
}

/** All points an agent ever had, whatever he spent. */
export async function readEarned(db: TenantDb, agentId: string): Promise<number> {
  const isSeason = sql`${boardPoints.period} between 'season:' and 'season;'`;
  const [earned] = await db
    .select({ points: sql<number>`coalesce(sum(${boardPoints.points}), 0)` })
    .from(boardPoints)
    .where(and(eq(boardPoints.agentId, agentId), isSeason));
  return earned?.points ?? 0;
}

export async function getLastOrderSequence(db: TenantDb, agentId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(rewardOrders.sequence) })
    .from(rewardOrders)
    .where(eq(rewardOrders.agentId, agentId));
  return row?.last ?? 0;
}

export async function getOrder(db: TenantDb, id: string) {
  const [row] = await db.select().from(rewardOrders).where(eq(rewardOrders.id, id));
  return row ?? null;
}

/** An agent's orders or those that wait for an answer, newest first. */
export async function listOrders(db: TenantDb, of: { agentId: string } | { state: 'asked' }, limit: number) {
  const isWanted = 'agentId' in of ? eq(rewardOrders.agentId, of.agentId) : eq(rewardOrders.state, of.state);
  return db
    .select({ order: rewardOrders, title: rewards.title })
    .from(rewardOrders)
    .innerJoin(rewards, eq(rewards.id, rewardOrders.rewardId))
    .where(isWanted)
    .orderBy(desc(rewardOrders.at))
    .limit(limit);
}

/** How many thanks somebody gave in a month of the centre's zone. */
export async function countKudos(db: TenantDb, fromId: string, month: string): Promise<number> {
  const [row] = await db
    .select({ given: count() })
    .from(kudos)
    .where(and(eq(kudos.fromId, fromId), eq(kudos.month, month)));
  return row?.given ?? 0;
}

export async function listKudosTo(db: TenantDb, toId: string, limit: number) {
  return db.select().from(kudos).where(eq(kudos.toId, toId)).orderBy(desc(kudos.at)).limit(limit);
}

export async function listBadges(db: TenantDb, agentId: string, limit: number) {
  return db.select().from(badges).where(eq(badges.agentId, agentId)).orderBy(desc(badges.at)).limit(limit);
}

/** From how many colleagues an agent had thanks in a month of the centre's zone. */
export async function countThankers(db: TenantDb, toId: string, month: string): Promise<number> {
  const [row] = await db
    .select({ count: countDistinct(kudos.fromId) })
    .from(kudos)
    .where(and(eq(kudos.toId, toId), eq(kudos.month, month)));
  return row?.count ?? 0;
}
