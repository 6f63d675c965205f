import { and, asc, count, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { campaignMembers, campaigns, holdouts } from '../schema/campaign.ts';

export type CampaignRow = typeof campaigns.$inferSelect;

const mostListed = 200;

export async function getCampaign(db: TenantDb, id: string): Promise<CampaignRow | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row ?? null;
}

/** The newest first. */
export async function listCampaigns(db: TenantDb): Promise<CampaignRow[]> {
  return db.select().from(campaigns).orderBy(desc(campaigns.createdAt)).limit(mostListed);
}

/** How many people each side of a campaign has. */
export async function countSides(db: TenantDb, campaignId: string) {
  const rows = await db
    .select({ arm: campaignMembers.arm, n: count() })
    .from(campaignMembers)
    .where(eq(campaignMembers.campaignId, campaignId))
    .groupBy(campaignMembers.arm);
  const of = (arm: string) => rows.find((row) => row.arm === arm)?.n ?? 0;
  return { treated: of('treated'), control: of('control'), heldOut: of('held-out') };
}

/** Strata of those who can be drawn, by name. */
export async function listStrata(db: TenantDb, campaignId: string) {
  return db
    .select({
      name: campaignMembers.stratum,
      people: count(),
      control: sql<number>`sum(${campaignMembers.arm} = 'control')`,
    })
    .from(campaignMembers)
    .where(
      and(eq(campaignMembers.campaignId, campaignId), inArray(campaignMembers.arm, ['treated', 'control'])),
    )
    .groupBy(campaignMembers.stratum)
    .orderBy(asc(campaignMembers.stratum));
}

/** Who is left alone by campaigns that are drawn on a date; null: nobody is. */
export async function getHoldout(db: TenantDb, on: string) {
  const [row] = await db
    .select()
    .from(holdouts)
    .where(lte(holdouts.from, on))
    .orderBy(desc(holdouts.from))
    .limit(1);
  return row ?? null;
}

/** Campaigns in which somebody's step is due, or whose audience is to be drawn. */
export async function listDueCampaigns(db: TenantDb, now: Date) {
  const isDue = sql`exists (select 1 from ${campaignMembers} m where m.campaign_id = ${campaigns.id} and m.next_at <= ${now.getTime()})`;
  return db
    .select({ id: campaigns.id, state: campaigns.state })
    .from(campaigns)
    .where(sql`${campaigns.state} = 'freezing' or ${campaigns.state} = 'running' and ${isDue}`);
}

/** Campaigns whose measured window was over before a date. */
export async function listOverCampaigns(db: TenantDb, today: string): Promise<CampaignRow[]> {
  const isOpen = inArray(campaigns.state, ['running', 'paused', 'stopped']);
  return db
    .select()
    .from(campaigns)
    .where(and(isOpen, lt(campaigns.measuredUntil, today)));
}

export type MemberRow = typeof campaignMembers.$inferSelect;

/** Whose step is due, the longest waiting first. */
export async function listDueMembers(
  db: TenantDb,
  campaignId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<MemberRow[]> {
  const isDue = and(eq(campaignMembers.campaignId, campaignId), lte(campaignMembers.nextAt, now));
  return db.select().from(campaignMembers).where(isDue).orderBy(asc(campaignMembers.nextAt)).limit(limit);
}
