import { and, asc, count, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import type { RiskBand } from '#app/features/churn/churn.ts';
import type { CohortSize, LeftOfCohort } from '#app/features/churn/cohorts.ts';
import type { TenantDb } from '../../open.ts';
import { churnScoreHistory, churnScores, departures, lineLives } from '../schema/churn.ts';
import { offers, offerUses } from '../schema/offer.ts';
import { models } from '../schema/prediction.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

const together = {
  on: departures.on,
  kind: departures.kind,
  carrierAccountId: lines.carrierAccountId,
  returnedOn: departures.returnedOn,
  lines: count(),
};
const alike = [departures.on, departures.kind, lines.carrierAccountId, departures.returnedOn] as const;

const joinedMonth = sql<string>`substr(${lineLives.joinedOn}, 1, 7)`;

/** Lines by the month they joined, from a month on, the oldest first. */
export async function listCohortSizes(db: TenantDb, from: string): Promise<CohortSize[]> {
  return db
    .select({ month: joinedMonth, lines: count() })
    .from(lineLives)
    .where(gte(lineLives.joinedOn, from))
    .groupBy(joinedMonth)
    .orderBy(asc(joinedMonth));
}

export async function listLeftOfCohorts(db: TenantDb, from: string): Promise<LeftOfCohort[]> {
  return db
    .select({ ...together, joinedMonth })
    .from(departures)
    .innerJoin(lines, eq(lines.id, departures.lineId))
    .innerJoin(lineLives, eq(lineLives.lineId, departures.lineId))
    .where(gte(lineLives.joinedOn, from))
    .groupBy(...alike, joinedMonth);
}

/** Departures within a time by the reason that was told. */
export async function listReasonsTold(db: TenantDb, { from, to }: { from: string; to: string }) {
  return db
    .select({ ...together, reason: departures.reason })
    .from(departures)
    .innerJoin(lines, eq(lines.id, departures.lineId))
    .where(and(gte(departures.on, from), lt(departures.on, to)))
    .groupBy(...alike, departures.reason);
}

/** The newest score of a line, with the number of the model that gave it. */
export async function getChurnScore(db: TenantDb, lineId: string) {
  const [row] = await db
    .select({
      on: churnScores.on,
      probability: churnScores.probability,
      band: churnScores.band,
      reasons: churnScores.reasons,
      modelNumber: models.number,
    })
    .from(churnScores)
    .innerJoin(models, eq(models.id, churnScores.modelId))
    .where(eq(churnScores.lineId, lineId));
  return row ?? null;
}

/** What was foretold of a line before, the newest first. */
export async function listPastScores(db: TenantDb, lineId: string, limit: number) {
  return db
    .select({
      on: churnScoreHistory.on,
      probability: churnScoreHistory.probability,
      band: churnScoreHistory.band,
    })
    .from(churnScoreHistory)
    .where(eq(churnScoreHistory.lineId, lineId))
    .orderBy(desc(churnScoreHistory.on))
    .limit(limit);
}

/** Offers carried out for lines with the same strongest reason: how many of them are still with us. */
export async function listOffersForReason(db: TenantDb, reason: string, limit: number) {
  const sameReason = sql`substr(${churnScores.reasons} ->> 0, 1, ${reason.length}) = ${reason}`;
  return db
    .select({
      name: offers.name,
      given: count(),
      stayed: sql<number>`sum(${departures.id} is null)`,
    })
    .from(offerUses)
    .innerJoin(offers, eq(offers.id, offerUses.offerId))
    .innerJoin(churnScores, eq(churnScores.lineId, offerUses.lineId))
    .leftJoin(departures, and(eq(departures.lineId, offerUses.lineId), isNull(departures.returnedOn)))
    .where(and(eq(offerUses.state, 'done'), sameReason))
    .groupBy(offers.id)
    .orderBy(desc(count()))
    .limit(limit);
}

/** How many lines are in each band. */
export async function countBands(db: TenantDb) {
  return db.select({ band: churnScores.band, lines: count() }).from(churnScores).groupBy(churnScores.band);
}

export type RiskPlace = { probability: number; lineId: string };

/** The lines most likely to leave, behind a place; `band`: only those of it. */
export async function listAtRisk(
  db: TenantDb,
  { band, after }: { band: RiskBand | null; after: RiskPlace | null },
  limit: number,
) {
  const { probability, lineId } = churnScores;
  const isBehind = after
    ? or(
        lt(probability, after.probability),
        and(eq(probability, after.probability), lt(lineId, after.lineId)),
      )
    : undefined;
  return db
    .select({
      lineId,
      probability,
      band: churnScores.band,
      reasons: churnScores.reasons,
      name: subscribers.name,
      msisdn: lines.msisdn,
      carrier: lines.carrier,
    })
    .from(churnScores)
    .innerJoin(lines, eq(lines.id, lineId))
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(and(isBehind, band ? eq(churnScores.band, band) : undefined))
    .orderBy(desc(probability), desc(lineId))
    .limit(limit);
}
