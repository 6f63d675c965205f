import { and, asc, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { periodsOf } from '#app/features/points/season.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { boardBands, boardPoints } from '../schema/quality.ts';

/** Points of one band: the wider, the more agents of one band are counted one by one. */
const bandWidth = 5;
/** The width is spelt out: a bound number is a REAL, and would not divide into whole bands. */
const bandOf = sql<number>`${boardPoints.points} / 5`;

type Counted = { agentId: string; seasonId: string; day: string; applied: number; recordedAt: Date };

/** Statements that carry an entry to the boards of its season, month, week and day. */
export function countOnBoards(db: TenantDb, entry: Counted): Statement[] {
  if (entry.applied === 0) return [];
  const { agentId, applied: points } = entry;
  const periods = periodsOf(entry.seasonId, entry.day);
  const reachedAt = entry.recordedAt.getTime();
  const own = and(eq(boardPoints.agentId, agentId), inArray(boardPoints.period, periods));
  const left = db
    .select({ key: sql`${boardPoints.period}`, band: bandOf })
    .from(boardPoints)
    .where(own);
  const entered = db
    .select({ period: boardPoints.period, band: bandOf.as('band'), agents: sql<number>`1`.as('agents') })
    .from(boardPoints)
    .where(own);
  return [
    db
      .update(boardBands)
      .set({ agents: sql`${boardBands.agents} - 1` })
      .where(sql`(${boardBands.period}, ${boardBands.band}) in ${left}`),
    db
      .insert(boardPoints)
      .values(periods.map((period) => ({ period, agentId, points, reachedAt })))
      .onConflictDoUpdate({
        target: [boardPoints.period, boardPoints.agentId],
        set: {
          points: sql`${boardPoints.points} + excluded.points`,
          reachedAt: sql`max(${boardPoints.reachedAt}, excluded.reached_at)`,
        },
      }),
    db
      .insert(boardBands)
      .select(entered)
      .onConflictDoUpdate({
        target: [boardBands.period, boardBands.band],
        set: { agents: sql`${boardBands.agents} + 1` },
      }),
    db.delete(boardBands).where(and(inArray(boardBands.period, periods), eq(boardBands.agents, 0))),
  ];
}

export type BoardRow = typeof boardPoints.$inferSelect;
type Standing = Pick<BoardRow, 'points' | 'reachedAt' | 'agentId'>;

const bestFirst = [desc(boardPoints.points), asc(boardPoints.reachedAt), asc(boardPoints.agentId)];
const worstFirst = [asc(boardPoints.points), desc(boardPoints.reachedAt), desc(boardPoints.agentId)];

/** The first of a board: more points first, of equals who had them earlier. */
export async function listBoardTop(db: TenantDb, period: string, limit: number): Promise<BoardRow[]> {
  return db
    .select()
    .from(boardPoints)
    .where(eq(boardPoints.period, period))
    .orderBy(...bestFirst)
    .limit(limit);
}

/** Some agents' points on a board, the best first; who has none is left out. */
export async function listBoardOf(db: TenantDb, period: string, agentIds: readonly string[]) {
  return db
    .select()
    .from(boardPoints)
    .where(and(eq(boardPoints.period, period), inArray(boardPoints.agentId, [...agentIds])))
    .orderBy(...bestFirst);
}

/** Everybody on a board, with what he has on another one, or nothing. */
export async function listPaces(
  db: TenantDb,
  { current, pace }: { current: string; pace: string },
  limit: number,
): Promise<{ agentId: string; points: number }[]> {
  const other = alias(boardPoints, 'pace');
  return db
    .select({ agentId: boardPoints.agentId, points: sql<number>`coalesce(${other.points}, 0)` })
    .from(boardPoints)
    .leftJoin(other, and(eq(other.period, pace), eq(other.agentId, boardPoints.agentId)))
    .where(eq(boardPoints.period, current))
    .orderBy(...bestFirst)
    .limit(limit);
}

export async function getBoardRow(db: TenantDb, period: string, agentId: string): Promise<BoardRow | null> {
  const isRow = and(eq(boardPoints.period, period), eq(boardPoints.agentId, agentId));
  const [row] = await db.select().from(boardPoints).where(isRow);
  return row ?? null;
}

/** How many stand above: whole bands by their counts, the agent's own band one by one. */
export async function countAbove(db: TenantDb, period: string, row: Standing): Promise<number> {
  const band = Math.trunc(row.points / bandWidth);
  const [higher] = await db
    .select({ agents: sql<number>`coalesce(sum(${boardBands.agents}), 0)` })
    .from(boardBands)
    .where(and(eq(boardBands.period, period), gt(boardBands.band, band)));
  const roof = band < 0 ? band * bandWidth : (band + 1) * bandWidth - 1;
  const [within] = await db
    .select({ agents: sql<number>`count(*)` })
    .from(boardPoints)
    .where(
      and(
        eq(boardPoints.period, period),
        sql`${boardPoints.points} between ${row.points} and ${roof}`,
        isAbove(row),
      ),
    );
  return (higher?.agents ?? 0) + (within?.agents ?? 0);
}

/** The nearest above and below, in the order of the board. */
export async function listNeighbours(db: TenantDb, period: string, row: Standing, count: number) {
  const onBoard = eq(boardPoints.period, period);
  const above = db
    .select()
    .from(boardPoints)
    .where(and(onBoard, sql`${boardPoints.points} >= ${row.points}`, isAbove(row)))
    .orderBy(...worstFirst)
    .limit(count);
  const below = db
    .select()
    .from(boardPoints)
    .where(and(onBoard, sql`${boardPoints.points} <= ${row.points}`, isBelow(row)))
    .orderBy(...bestFirst)
    .limit(count);
  return { above: (await above).reverse(), below: await below };
}

function isAbove({ points, reachedAt, agentId }: Standing) {
  const earlier = or(
    lt(boardPoints.reachedAt, reachedAt),
    and(eq(boardPoints.reachedAt, reachedAt), lt(boardPoints.agentId, agentId)),
  );
  return or(gt(boardPoints.points, points), and(eq(boardPoints.points, points), earlier));
}

function isBelow({ points, reachedAt, agentId }: Standing) {
  const later = or(
    gt(boardPoints.reachedAt, reachedAt),
    and(eq(boardPoints.reachedAt, reachedAt), gt(boardPoints.agentId, agentId)),
  );
  return or(lt(boardPoints.points, points), and(eq(boardPoints.points, points), later));
}
