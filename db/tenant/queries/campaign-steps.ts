import { and, count, eq, gte, inArray, ne, type SQL, sql } from 'drizzle-orm';

import { openStates } from '#app/features/campaign/campaign-moves.ts';
import { textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import { campaignCalls, campaignMembers, campaigns } from '../schema/campaign.ts';

/** What is known of a member when his step is due. Flags are 0 or 1. */
export type StepFacts = {
  subscriberId: string;
  name: string;
  hasEmail: number;
  hasMessenger: number;
  tariff: string | null;
  isGone: number;
  isControlElsewhere: number;
  /** JSON: channels he agreed to advertising by; null among them: all. */
  agreed: string;
  hasWithdrawn: number;
  isPending: number;
  hasAccepted: number;
};

type Asked = { id: string; frozenAt: Date; now: Date };
const dayMs = 86_400_000;

/** Of some members of a campaign. A message that nobody took up within a day was dropped on its way. */
export async function listStepFacts(
  db: TenantDb,
  { id, frozenAt, now }: Asked,
  subscriberIds: readonly string[],
): Promise<StepFacts[]> {
  const key = sql`'campaign-' || m.campaign_id || '-' || m.subscriber_id || '-' || (m.step - 1)`;
  const ofConsents = sql`from consents n where n.subscriber_id = m.subscriber_id and n.purpose = 'advertising'`;
  const attempt = sql`from outreach_attempts o where o.send_key = ${key}`;
  return db.all<StepFacts>(sql`
    select m.subscriber_id as subscriberId, s.name, s.email is not null as hasEmail, l.tariff_name as tariff,
      exists (select 1 from contacts t where t.subscriber_id = m.subscriber_id and t.channel = 'messenger'
        and t.direction = 'inbound') as hasMessenger,
      exists (select 1 from departures d where d.line_id = m.line_id and d.returned_on is null) as isGone,
      ${leftAloneBy(sql`m.subscriber_id`, id)} as isControlElsewhere,
      (select json_group_array(n.channel) ${ofConsents} and n.withdrawn_at is null) as agreed,
      not exists (select 1 ${ofConsents} and n.withdrawn_at is null)
        and exists (select 1 ${ofConsents} and n.withdrawn_at >= ${frozenAt.getTime()}) as hasWithdrawn,
      exists (select 1 from campaign_calls k where k.campaign_id = m.campaign_id
        and k.subscriber_id = m.subscriber_id and k.state = 'open')
        or exists (select 1 ${attempt} and o.state in ('allowed', 'sending'))
        or exists (select 1 from campaign_actions b where b.campaign_id = m.campaign_id
          and b.subscriber_id = m.subscriber_id and b.step = m.step - 1 and b.action in ('message', 'offer')
          and b.at > ${now.getTime() - dayMs}) and not exists (select 1 ${attempt}) as isPending,
      exists (select 1 from offer_uses u where u.campaign_id = m.campaign_id and u.line_id = m.line_id
        and u.state in ('accepted', 'done'))
        or exists (select 1 from campaign_calls k where k.campaign_id = m.campaign_id
          and k.subscriber_id = m.subscriber_id and k.outcome = 'accepted') as hasAccepted
    from ${campaignMembers} m join subscribers s on s.id = m.subscriber_id join lines l on l.id = m.line_id
    where m.campaign_id = ${id} and m.subscriber_id ${textsIn(subscriberIds)}`);
}

/** Whether somebody was drawn to be left alone by another campaign whose window is open. */
function leftAloneBy(subscriberId: SQL, exceptId: string): SQL {
  return sql`exists (select 1 from ${campaignMembers} e join ${campaigns} c on c.id = e.campaign_id
    where e.subscriber_id = ${subscriberId} and e.arm <> 'treated' and c.id <> ${exceptId}
      and ${inArray(sql`c.state`, [...openStates])})`;
}

/** What says whether a contact that was queued for a campaign may still go out; null: he is no member. */
export async function getCampaignStanding(db: TenantDb, campaignId: string, subscriberId: string) {
  const { arm, endedWhy } = campaignMembers;
  const [row] = await db
    .select({
      state: campaigns.state,
      arm,
      endedWhy,
      isControlElsewhere: leftAloneBy(sql`${subscriberId}`, campaignId).mapWith(Boolean),
    })
    .from(campaignMembers)
    .innerJoin(campaigns, eq(campaigns.id, campaignMembers.campaignId))
    .where(and(eq(campaignMembers.campaignId, campaignId), eq(campaignMembers.subscriberId, subscriberId)));
  return row ?? null;
}

/** How many calls of a campaign each date from one on has. */
export async function countCallsByDay(db: TenantDb, campaignId: string, from: string) {
  const rows = await db
    .select({ on: campaignCalls.on, n: count() })
    .from(campaignCalls)
    .where(
      and(
        gte(campaignCalls.on, from),
        eq(campaignCalls.campaignId, campaignId),
        ne(campaignCalls.state, 'dropped'),
      ),
    )
    .groupBy(campaignCalls.on);
  return new Map(rows.map(({ on, n }) => [on, n]));
}

/** The wording of each offer that holds now, by the id of any of its wordings; none: it was withdrawn for good. */
export async function listOfferWordings(db: TenantDb, offerIds: readonly string[]) {
  const rows = await db.all<{ asked: string; id: string; words: string }>(sql`
    select a.id as asked, c.id, c.words from offers a
      join offers c on c.withdrawn_at is null and (c.id = a.id or c.series = a.series and a.series <> '')
    where a.id ${textsIn(offerIds)}`);
  return new Map(rows.map(({ asked, id, words }) => [asked, { id, words }]));
}
