import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { LateFact } from '#app/features/campaign-proof/campaign-proof.ts';
import type { Statement } from '../../commit.ts';
import { columns, rowsFrom, textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { campaignActions, campaignMembers, campaigns } from '../schema/campaign.ts';
import { campaignNotes, campaignProofs, outcomeCorrections, proofRuns } from '../schema/campaign-proof.ts';
import { departures } from '../schema/churn.ts';
import { offerUses } from '../schema/offer.ts';
import { lines } from '../schema/subscriber.ts';

export type MeasuredCampaign = typeof campaigns.$inferSelect;

/** Campaigns that were started and whose window ended before a date and not before another, and that were not looked at on that date. */
export async function listCampaignsToMeasure(
  db: TenantDb,
  { today, since }: { today: string; since: string },
): Promise<{ id: string }[]> {
  const isOver = and(isNotNull(campaigns.startedAt), lt(campaigns.measuredUntil, today));
  const isFresh = sql`(${campaigns.measuredUntil} >= ${since} or not exists
    (select 1 from ${campaignProofs} where ${campaignProofs.campaignId} = ${campaigns.id}))`;
  const isSeen = sql`exists (select 1 from ${proofRuns}
    where ${proofRuns.campaignId} = ${campaigns.id} and ${proofRuns.on} = ${today})`;
  return db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(isOver, isFresh, sql`not ${isSeen}`))
    .orderBy(asc(campaigns.measuredUntil))
    .limit(100);
}

export async function getMeasuredCampaign(db: TenantDb, id: string): Promise<MeasuredCampaign | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row ?? null;
}

/** Members behind `after`, by id, with the contract of the line each is in for. */
export async function listMemberPage(db: TenantDb, campaignId: string, after: string, most: number) {
  const { subscriberId, lineId, outcome } = campaignMembers;
  return db
    .select({ subscriberId, lineId, outcome, carrierAccountId: lines.carrierAccountId })
    .from(campaignMembers)
    .innerJoin(lines, eq(lines.id, lineId))
    .where(and(eq(campaignMembers.campaignId, campaignId), gt(subscriberId, after)))
    .orderBy(asc(subscriberId))
    .limit(most);
}

/** When some lines left by a date, and came back. */
export async function listAbsences(db: TenantDb, lineIds: readonly string[], until: string) {
  const { lineId, kind, on, returnedOn } = departures;
  return db
    .select({ lineId, kind, on, returnedOn })
    .from(departures)
    .where(and(sql`${lineId} ${textsIn(lineIds)}`, sql`${on} <= ${until}`))
    .orderBy(asc(on));
}

export type OutcomeChange = {
  subscriberId: string;
  outcome: number;
  /** Null: it is stored for the first time. */
  why: LateFact | null;
};

/** Stores outcomes, and beside them why those that were stored before are others now. */
export function storeOutcomes(
  db: TenantDb,
  campaignId: string,
  changes: readonly OutcomeChange[],
  at: Date,
): Statement[] {
  const updates = [0, 1].flatMap((outcome) => {
    const ids = changes.filter((one) => one.outcome === outcome).map(({ subscriberId }) => subscriberId);
    const isTheirs = and(
      eq(campaignMembers.campaignId, campaignId),
      sql`${campaignMembers.subscriberId} ${textsIn(ids)}`,
    );
    return ids.length > 0 ? [db.update(campaignMembers).set({ outcome }).where(isTheirs)] : [];
  });
  const corrected = changes.filter(({ why }) => why !== null);
  if (corrected.length === 0) return updates;
  const rows = rowsFrom(
    corrected.map(({ subscriberId, outcome, why }) => [campaignId, subscriberId, at.getTime(), outcome, why]),
  );
  return [...updates, db.insert(outcomeCorrections).select(sql`select ${columns(5)} ${rows}`)];
}

/** Members of a closed campaign of whom it was kept what was known; of more than `most` some, as if drawn anew. */
export async function listRankedMembers(db: TenantDb, campaignId: string, most: number) {
  const { knownAtFreeze: known, arm, draw, outcome } = campaignMembers;
  const isCompared = and(inArray(arm, ['treated', 'control']), isNotNull(known), isNotNull(outcome));
  return db
    .select({ known, arm, outcome })
    .from(campaignMembers)
    .where(and(eq(campaignMembers.campaignId, campaignId), isCompared))
    .orderBy(sql`${draw} * 1000003 - cast(${draw} * 1000003 as integer)`)
    .limit(most);
}

/** How many of each stratum and arm there are, were reached, and of how many it happened; by campaign. */
export async function tallyMembers(db: TenantDb, campaignIds: readonly string[]) {
  const { campaignId, stratum, arm, reachedAt, outcome } = campaignMembers;
  return db
    .select({
      wave: campaignId,
      stratum,
      arm,
      members: count(),
      reached: sql<number>`sum(${reachedAt} is not null)`,
      happened: sql<number>`coalesce(sum(${outcome}), 0)`,
    })
    .from(campaignMembers)
    .where(inArray(campaignId, [...campaignIds]))
    .groupBy(campaignId, stratum, arm)
    .orderBy(asc(campaignId), asc(stratum));
}

/** Contacts that were made, and what the offers that were carried out cost; by campaign. */
export async function sumCampaignCosts(db: TenantDb, campaignIds: readonly string[]) {
  const isDeed = and(
    inArray(campaignActions.campaignId, [...campaignIds]),
    ne(campaignActions.action, 'nothing'),
  );
  const contacts = await db
    .select({ campaignId: campaignActions.campaignId, contacts: count() })
    .from(campaignActions)
    .where(isDeed)
    .groupBy(campaignActions.campaignId);
  const isUsed = and(inArray(offerUses.campaignId, [...campaignIds]), eq(offerUses.state, 'done'));
  const offers = await db
    .select({
      campaignId: offerUses.campaignId,
      kopecks: sql<number>`sum(${offerUses.costKopecks})`,
      uses: count(),
    })
    .from(offerUses)
    .where(isUsed)
    .groupBy(offerUses.campaignId);
  return campaignIds.map((campaignId) => {
    const used = offers.find((one) => one.campaignId === campaignId);
    return {
      campaignId,
      contacts: contacts.find((one) => one.campaignId === campaignId)?.contacts ?? 0,
      offersKopecks: used?.kopecks ?? 0,
      offers: used?.uses ?? 0,
    };
  });
}

/** Of the campaigns that were started, the newest window first. */
export async function listStartedCampaigns(db: TenantDb, most: number): Promise<MeasuredCampaign[]> {
  return db
    .select()
    .from(campaigns)
    .where(isNotNull(campaigns.startedAt))
    .orderBy(desc(campaigns.measuredUntil), asc(campaigns.name))
    .limit(most);
}

/** The waves of one idea that were started, the first one first. */
export async function listWaves(db: TenantDb, pool: string): Promise<MeasuredCampaign[]> {
  return db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.pool, pool), isNotNull(campaigns.startedAt)))
    .orderBy(asc(campaigns.measuredFrom), asc(campaigns.name))
    .limit(50);
}

export async function listProofs(db: TenantDb, campaignIds: readonly string[]) {
  return db
    .select()
    .from(campaignProofs)
    .where(inArray(campaignProofs.campaignId, [...campaignIds]));
}

/** How many outcomes were corrected, by reason. */
export async function countCorrections(db: TenantDb, campaignId: string) {
  const { why } = outcomeCorrections;
  return db
    .select({ why, members: count() })
    .from(outcomeCorrections)
    .where(eq(outcomeCorrections.campaignId, campaignId))
    .groupBy(why)
    .orderBy(asc(why));
}

/** The newest first. */
export async function listCampaignNotes(db: TenantDb, campaignIds: readonly string[]) {
  return db
    .select()
    .from(campaignNotes)
    .where(inArray(campaignNotes.campaignId, [...campaignIds]))
    .orderBy(desc(campaignNotes.at), desc(campaignNotes.id))
    .limit(1000);
}
