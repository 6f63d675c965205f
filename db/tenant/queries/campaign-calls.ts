import { and, asc, count, eq, lte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { campaignCalls, campaigns } from '../schema/campaign.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type CampaignCallRow = typeof campaignCalls.$inferSelect;

export async function getCampaignCall(db: TenantDb, id: string) {
  const [row] = await db
    .select({ call: campaignCalls, campaign: campaigns, msisdn: lines.msisdn })
    .from(campaignCalls)
    .innerJoin(campaigns, eq(campaigns.id, campaignCalls.campaignId))
    .innerJoin(lines, eq(lines.id, campaignCalls.lineId))
    .where(eq(campaignCalls.id, id));
  return row ?? null;
}

const isDue = (now: Date) =>
  and(eq(campaignCalls.state, 'open'), lte(campaignCalls.dueAt, now), eq(campaigns.state, 'running'));

/** Whom to call by now, the longest waiting first; of a campaign that is paused or stopped nobody. */
export async function listDueCalls(db: TenantDb, now: Date, limit: number) {
  const { id, name, steps, purpose } = campaigns;
  return db
    .select({
      call: campaignCalls,
      campaign: { id, name, steps, purpose },
      subscriber: { id: subscribers.id, name: subscribers.name },
    })
    .from(campaignCalls)
    .innerJoin(campaigns, eq(id, campaignCalls.campaignId))
    .innerJoin(subscribers, eq(subscribers.id, campaignCalls.subscriberId))
    .where(isDue(now))
    .orderBy(asc(campaignCalls.dueAt))
    .limit(limit);
}

export async function countDueCalls(db: TenantDb, now: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(campaignCalls)
    .innerJoin(campaigns, eq(campaigns.id, campaignCalls.campaignId))
    .where(isDue(now));
  return row?.n ?? 0;
}
