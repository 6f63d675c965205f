import { and, gt, lte, type SQL, sql } from 'drizzle-orm';
import { bitOf, everyChannel } from '#app/features/campaign/channel-bits.ts';
import type { CampaignChannel } from '#app/features/campaign/steps.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { audienceLines } from '../schema/campaign.ts';

/** Behind `after`, up to `upTo`: ids of subscribers. */
export type Place = { after: string; upTo: string };
/** `today`: of the tenant's zone, which is so many seconds ahead of UTC. */
export type AsOf = { now: Date; today: string; offsetSeconds: number };

const quarterMs = 90 * 86_400_000;

/** For one batch: what is known of the lines of some subscribers, anew. */
export function refreshAudience(db: TenantDb, place: Place, asOf: AsOf): Statement[] {
  const { subscriberId } = audienceLines;
  const own = and(gt(subscriberId, place.after), lte(subscriberId, place.upTo));
  return [db.delete(audienceLines).where(own), db.insert(audienceLines).select(factsOf(place, asOf))];
}

/** In the order of the columns of `audience_lines`. Every look-up goes by an index, so that a line costs microseconds. */
function factsOf({ after, upTo }: Place, { now, today, offsetSeconds }: AsOf): SQL {
  const since = now.getTime() - quarterMs;
  const dateOf = (ms: SQL) => sql`date(${ms} / 1000 + ${offsetSeconds}, 'unixepoch')`;
  const debts = sql`from billing_accounts a join receivables r on r.account_id = a.id
    where a.subscriber_id = l.subscriber_id and (r.line_id = l.id or r.line_id is null) and r.oldest_due_on < ${today}`;
  const cases = sql`from cases k where k.subscriber_id = l.subscriber_id and k.created_at >= ${since}`;
  return sql`select l.subscriber_id, l.id, l.carrier, l.tariff_code, s.time_zone,
    cast(round(c.probability * 1000) as integer), c.band, coalesce(c.reasons, '[]'),
    coalesce(f.joined_on, ${dateOf(sql`coalesce(l.owned_since, l.created_at)`)}), l.balance_kopecks,
    (select i.fee_month_kopecks from catalogue_items i
      where i.carrier = l.carrier and i.type = 'tariff' and i.code = l.tariff_code),
    (select coalesce(sum(max(r.balance_kopecks, 0)), 0) ${debts}), (select min(r.oldest_due_on) ${debts}),
    (select count(*) ${cases}), (select count(*) ${cases} and k.kind = 'complaint'),
    (select count(*) from requests q where q.line_id = l.id and q.state = 'refused' and q.created_at >= ${since}),
    (select g.stars from cases k join ratings g on g.case_id = k.id where k.subscriber_id = l.subscriber_id
      order by g.at desc limit 1),
    (select ${dateOf(sql`max(t.started_at)`)} from contacts t where t.subscriber_id = l.subscriber_id),
    d."on", d.reason,
    (select json_group_array(o.code) from line_options o where o.line_id = l.id),
    (select json_group_array(distinct k.topic_id) ${cases} and k.topic_id is not null),
    (select json_group_array(distinct u.offer_id) from offer_uses u where u.line_id = l.id and u.state = 'done'),
    ${bitOf('cabinet') | bitOf('sms') | bitOf('call')} | iif(s.email is null, 0, ${bitOf('email')})
      | iif(exists (select 1 from contacts t where t.subscriber_id = l.subscriber_id and t.channel = 'messenger'
        and t.direction = 'inbound'), ${bitOf('messenger')}, 0),
    (select coalesce(max(iif(n.channel is null, ${everyChannel}, 0)), 0) ${consentBits}
      from consents n where n.subscriber_id = l.subscriber_id and n.purpose = 'advertising'
        and n.withdrawn_at is null and n.given_at <= ${now.getTime()})
  from lines l join subscribers s on s.id = l.subscriber_id
    left join churn_scores c on c.line_id = l.id
    left join line_lives f on f.line_id = l.id
    left join departures d on d.line_id = l.id and d.returned_on is null
  where l.subscriber_id > ${after} and l.subscriber_id <= ${upTo}`;
}

const named: CampaignChannel[] = ['cabinet', 'email', 'sms', 'messenger', 'call'];
const consentBits = sql.join(
  named.map((channel) => sql`| coalesce(max(iif(n.channel = ${channel}, ${bitOf(channel)}, 0)), 0)`),
  sql` `,
);
