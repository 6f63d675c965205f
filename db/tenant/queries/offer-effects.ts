import { sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { campaignMembers, campaigns } from '../schema/campaign.ts';
import { goodwillDecisions } from '../schema/goodwill.ts';
import { offers, offerUses } from '../schema/offer.ts';
import { saveTalks } from '../schema/save.ts';

/** Of some talks or people: how many there were, and how many of them stayed or came back. */
export type Counted = { n: number; kept: number };
export type TalkCount = { series: string; withIt: Counted; without: Counted };
type CountRow = { series: string; withN: number; withKept: number; n: number; kept: number };

/**
 * Talks whose end is known, which closed before a time and since an offer is there: with a proposal of it and without.
 * `before` must be so long ago that those who stayed are known to have: else only those who left would be counted.
 */
export async function countTalksByOffer(db: TenantDb, before: Date): Promise<TalkCount[]> {
  const rows = await db.all<CountRow>(sql`
    with ${judgedTalks(before)},
      told as (select ${offers.series} as series, min(${offers.createdAt}) as since from ${offers} group by 1),
      proposed as (select distinct ${offerUses.saveId} as save_id, ${offerUses.series} as series from ${offerUses}
        where ${offerUses.saveId} is not null)
    select told.series as series, count(proposed.save_id) as withN,
      coalesce(sum(judged.kept) filter (where proposed.save_id is not null), 0) as withKept,
      count(*) as n, coalesce(sum(judged.kept), 0) as kept
    from told join judged on judged.closed_at >= told.since
    left join proposed on proposed.save_id = judged.id and proposed.series = told.series
    group by told.series`);
  return rows.map(({ series, ...counted }) => ({ series, ...split(counted) }));
}

/** The same talks by whether an agent decided something in the subscriber's favour in their case meanwhile. */
export async function countTalksByGoodwill(db: TenantDb, before: Date) {
  const [row] = await db.all<Omit<CountRow, 'series'> & { costKopecks: number }>(sql`
    with ${judgedTalks(before)},
      given as (select judged.id as save_id, sum(${goodwillDecisions.amountKopecks}) as kopecks from judged
        join ${goodwillDecisions} on ${goodwillDecisions.caseId} = judged.case_id
          and ${goodwillDecisions.state} in ('decided', 'approved')
          and ${goodwillDecisions.at} between judged.opened_at and judged.closed_at
        group by 1)
    select count(given.save_id) as withN,
      coalesce(sum(judged.kept) filter (where given.save_id is not null), 0) as withKept,
      count(*) as n, coalesce(sum(judged.kept), 0) as kept, coalesce(sum(given.kopecks), 0) as costKopecks
    from judged left join given on given.save_id = judged.id`);
  const counted = row ?? { withN: 0, withKept: 0, n: 0, kept: 0, costKopecks: 0 };
  return { ...split(counted), costKopecks: counted.costKopecks };
}

function judgedTalks(before: Date) {
  return sql`judged as (select ${saveTalks.id} as id, ${saveTalks.caseId} as case_id,
    ${saveTalks.openedAt} as opened_at, ${saveTalks.closedAt} as closed_at,
    ${saveTalks.state} = 'saved' as kept from ${saveTalks}
    where ${saveTalks.state} in ('saved', 'leaves', 'left-later') and ${saveTalks.closedAt} <= ${before.getTime()})`;
}

function split({ withN, withKept, n, kept }: Omit<CountRow, 'series'>) {
  return { withIt: { n: withN, kept: withKept }, without: { n: n - withN, kept: kept - withKept } };
}

export type CampaignCount = Counted & { series: string; campaignId: string; arm: 'treated' | 'control' };

/** By offer, campaign and side: people of closed windows of campaigns that propose the offer in one of their steps. */
export async function countCampaignsByOffer(db: TenantDb): Promise<CampaignCount[]> {
  return db.all<CampaignCount>(sql`
    with proposing as (select distinct ${campaigns.id} as id, ${campaigns.kind} as kind, ${offers.series} as series
      from ${campaigns}, json_each(${campaigns.steps}) as step
      join ${offers} on ${offers.id} = step.value ->> 'offerId'
      where ${campaigns.kind} in ('prevention', 'win-back'))
    select proposing.series as series, proposing.id as campaignId, ${campaignMembers.arm} as arm, count(*) as n,
      sum(case when proposing.kind = 'win-back' then ${campaignMembers.outcome}
        else 1 - ${campaignMembers.outcome} end) as kept
    from proposing join ${campaignMembers} on ${campaignMembers.campaignId} = proposing.id
    where ${campaignMembers.outcome} is not null and ${campaignMembers.arm} in ('treated', 'control')
    group by 1, 2, 3`);
}

/** A line's fee of a month by its tariff, kopecks; null: nobody has said. */
export async function getMonthlyFee(db: TenantDb, lineId: string): Promise<number | null> {
  const [row] = await db.all<{ fee: number | null }>(sql`
    select c.fee_month_kopecks as fee from lines l
    join catalogue_items c on c.carrier = l.carrier and c.type = 'tariff' and c.code = l.tariff_code
    where l.id = ${lineId}`);
  return row?.fee ?? null;
}
