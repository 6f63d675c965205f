import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { campaignActions, campaignCalls, campaignMembers } from '../schema/campaign.ts';

/** How often each step did what, and why nothing. */
export async function countDeeds(db: TenantDb, campaignId: string) {
  const { step, action, why } = campaignActions;
  return db
    .select({ step, action, why, n: count() })
    .from(campaignActions)
    .where(eq(campaignActions.campaignId, campaignId))
    .groupBy(step, action, why)
    .orderBy(asc(step));
}

/** What became of the messages of a campaign, by the step in their keys. */
export async function countMessages(db: TenantDb, campaignId: string) {
  const from = `campaign-${campaignId}-`;
  // Behind the campaign's id come the subscriber's, as long, and the step.
  const step = sql`cast(substr(send_key, ${from.length + 38}) as integer)`;
  return db.all<{ step: number; state: string; n: number }>(sql`
    select ${step} as step, state, count(*) as n from outreach_attempts
    where send_key >= ${from} and send_key < ${`campaign-${campaignId}.`} group by 1, 2`);
}

export async function countCalls(db: TenantDb, campaignId: string) {
  const { state, outcome } = campaignCalls;
  return db
    .select({ state, outcome, n: count() })
    .from(campaignCalls)
    .where(eq(campaignCalls.campaignId, campaignId))
    .groupBy(state, outcome);
}

export async function countReached(db: TenantDb, campaignId: string): Promise<number> {
  const isReached = and(eq(campaignMembers.campaignId, campaignId), isNotNull(campaignMembers.reachedAt));
  return db.$count(campaignMembers, isReached);
}
