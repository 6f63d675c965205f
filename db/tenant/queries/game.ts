import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { PointEvent } from '#app/features/points/points.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { players, quests, shiftLengths, teamGoals } from '../schema/game.ts';
import { boardPoints, pointEntries, pointRules } from '../schema/quality.ts';
import { reviews } from '../schema/review.ts';
import { cardVersions } from '../schema/scorecard.ts';

export async function listPlayers(db: TenantDb) {
  return db.select().from(players);
}

/** Reviews drawn by chance of work done in a time, `until` excluded, each with the card it was marked by. */
export async function listDrawnReviews(db: TenantDb, since: Date, until: Date) {
  return db
    .select({
      agentId: reviews.agentId,
      queue: reviews.queue,
      occurredAt: reviews.occurredAt,
      answers: reviews.answers,
      card: cardVersions.content,
    })
    .from(reviews)
    .innerJoin(
      cardVersions,
      and(eq(cardVersions.cardId, reviews.cardId), eq(cardVersions.version, reviews.cardVersion)),
    )
    .where(
      and(
        gte(reviews.occurredAt, since),
        lt(reviews.occurredAt, until),
        inArray(reviews.selection, ['random', 'stratified']),
      ),
    );
}

/** An agent's newest entries, each with the rule it came by and the number of its case. */
export async function listEntriesOf(db: TenantDb, agentId: string, limit: number) {
  return db
    .select({
      entry: pointEntries,
      title: pointRules.title,
      event: pointRules.event,
      points: pointRules.points,
      cap: pointRules.cap,
      caseNumber: cases.number,
    })
    .from(pointEntries)
    .innerJoin(
      pointRules,
      and(eq(pointRules.id, pointEntries.ruleId), eq(pointRules.version, pointEntries.ruleVersion)),
    )
    .leftJoin(cases, eq(cases.id, sql`json_extract(${pointEntries.why}, '$.caseId')`))
    .where(eq(pointEntries.agentId, agentId))
    .orderBy(desc(pointEntries.sequence))
    .limit(limit);
}

/** What an agent has on some boards; none where he has nothing. */
export async function listOwnBoards(db: TenantDb, agentId: string, periods: readonly string[]) {
  return db
    .select()
    .from(boardPoints)
    .where(and(eq(boardPoints.agentId, agentId), inArray(boardPoints.period, [...periods])));
}

/** Days on which an agent earned something, newest first. */
export async function listEarningDays(db: TenantDb, agentId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ period: boardPoints.period })
    .from(boardPoints)
    .where(
      and(
        eq(boardPoints.agentId, agentId),
        sql`${boardPoints.period} between 'day:' and 'day;'`,
        ne(boardPoints.points, 0),
      ),
    )
    .orderBy(desc(boardPoints.period))
    .limit(limit);
  return rows.map(({ period }) => period.slice('day:'.length));
}

/** Of how many sources an award of a kind stands on days of the ledger, `until` excluded: of all by agent, or of one. */
export async function countStanding(
  db: TenantDb,
  event: PointEvent,
  { from, until }: { from: string; until: string },
  agentId?: string,
) {
  const isHis = agentId === undefined ? undefined : eq(pointEntries.agentId, agentId);
  const standing = db
    .select({ agentId: pointEntries.agentId })
    .from(pointEntries)
    .innerJoin(
      pointRules,
      and(eq(pointRules.id, pointEntries.ruleId), eq(pointRules.version, pointEntries.ruleVersion)),
    )
    .where(and(eq(pointRules.event, event), gte(pointEntries.day, from), lt(pointEntries.day, until), isHis))
    .groupBy(pointEntries.agentId, pointEntries.sourceType, pointEntries.sourceId)
    .having(sql`sum(iif(${pointEntries.kind} = 'award', 1, -1)) > 0`)
    .as('standing');
  return db
    .select({ agentId: standing.agentId, count: sql<number>`count(*)` })
    .from(standing)
    .groupBy(standing.agentId)
    .orderBy(asc(standing.agentId));
}

/** Goals of all together that are to be reached by a date of the centre's zone or later, the nearest first. */
export async function listTeamGoals(db: TenantDb, day: string) {
  return db
    .select()
    .from(teamGoals)
    .where(gt(teamGoals.until, day))
    .orderBy(asc(teamGoals.until), asc(teamGoals.id));
}

export async function listQuests(db: TenantDb) {
  return db.select().from(quests).where(isNull(quests.retiredAt)).orderBy(asc(quests.setAt), asc(quests.id));
}

/** Every length of shift there was, by agent and date. */
export async function listShiftLengths(db: TenantDb) {
  return db.select().from(shiftLengths).orderBy(asc(shiftLengths.agentId), asc(shiftLengths.from));
}
