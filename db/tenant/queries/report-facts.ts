import type { ZoneDays } from '#app/features/metric/zone-days.ts';

/** Which entities a statement is about: a condition on the column of their id, and its parameters. */
export type Span = { where(column: string): string; params: readonly unknown[] };

export function theseIds(ids: readonly string[]): Span {
  return {
    where: (column) => `${column} in (select value from json_each(?1))`,
    params: [JSON.stringify(ids)],
  };
}

/** After one id, up to another. */
export function idsBetween(after: string, to: string): Span {
  return { where: (column) => `${column} > ?1 and ${column} <= ?2`, params: [after, to] };
}

/** Every one after an id. */
export function idsAfter(after: string): Span {
  return { where: (column) => `${column} > ?1`, params: [after] };
}

/** The statements that derive facts from the log, each for a span of ids. */
export const factsSql = { case: caseFactsSql, request: requestFactsSql, contact: contactFactsSql };

const dayMs = 86_400_000;
const final = "('done', 'refused', 'cancelled')";
const atCarrier = "('queued', 'sending', 'accepted', 'unconfirmed')";

function caseFactsSql({ localSql }: ZoneDays, span: Span): string {
  const dayOf = (column: string) => `${localSql(column)} / ${dayMs}`;
  const stands = "k.state in ('solved', 'closed')";
  return `
with told as (
  select case_id, min(at) as opened_at,
    max(case when to_state = 'solved' and from_state <> 'solved' then at end) as solved_at,
    min(case when from_state = 'solved' and to_state = 'open' then at end) as reopened_at,
    max(event in ('answered', 'asked-subscriber') or coalesce(note ->> '$.isAnswer', 0)) as is_answered
  from case_events where ${span.where('case_id')} group by case_id)
insert into case_facts (id, channel, carrier, kind, agent, topic, hour, opened_day, solved_day, solve_ms,
  reopened_day, is_answered, is_passed_on, rated_day, stars, recommends)
select k.id, k.channel, coalesce(k.carrier, '-'), k.kind, coalesce(k.assignee_id, '-'), coalesce(k.topic_id, '-'),
  printf('%02d', ${localSql('opened_at')} / 3600000 % 24), ${dayOf('opened_at')},
  case when ${stands} then ${dayOf('told.solved_at')} end, case when ${stands} then told.solved_at - opened_at end,
  ${dayOf('reopened_at')}, is_answered,
  exists (select 1 from contacts c where c.case_id = k.id and c.result = 'passed-on'),
  ${dayOf('r.at')}, r.stars, r.recommends
from told join cases k on k.id = told.case_id left join ratings r on r.case_id = k.id
where k.state <> 'merged' and k.id not in (select case_id from figure_questions)`;
}

/** Sent on its way: what was drafted and dropped was never received. */
function requestFactsSql({ localSql }: ZoneDays, span: Span): string {
  const dayOf = (column: string) => `${localSql(column)} / ${dayMs}`;
  return `
with told as (
  select request_id, min(case when to_state not in ('draft', 'cancelled') then at end) as received_at,
    min(case when to_state = 'manual' and from_state <> 'manual' then at end) as manual_at,
    max(case when to_state in ${final} then at end) as final_at,
    max(case when to_state in ${final} then to_state end) as outcome,
    sum(at * ((from_state in ${atCarrier}) - (to_state in ${atCarrier}))) as carrier_ms
  from request_events where ${span.where('request_id')} group by request_id)
insert into request_facts (id, carrier, kind, agent, received_day, manual_day, final_day, outcome, lead_ms, carrier_ms)
select r.id, r.carrier, r.kind, r.created_by, ${dayOf('received_at')}, ${dayOf('manual_at')}, ${dayOf('final_at')},
  outcome, final_at - received_at, case when outcome is not null then carrier_ms end
from told join requests r on r.id = told.request_id where received_at is not null`;
}

/** A parameter of the terms in force on the day of a contact, or what is usual. */
function term(name: string, usual: number): string {
  return `coalesce((select t.terms ->> '$.parameters.${name}' from service_term_versions t
    where t.replaced_at is null and t.effective_from <= began_on order by t.effective_from desc limit 1), ${usual})`;
}

/** Others of the same subscriber about the same: in the same case, or on the same topic. */
function again(when: string): string {
  return `exists (select 1 from contacts o left join cases ok on ok.id = o.case_id
    where o.subscriber_id = b.subscriber_id and o.id <> b.id and o.direction = 'inbound' and ${when}
      and (o.case_id = b.case_id or coalesce(o.topic_id, ok.topic_id) = b.topic_id))`;
}

function contactFactsSql({ localSql }: ZoneDays, span: Span): string {
  const local = localSql('c.started_at');
  const repeatMs = `${term('repeatDays', 7)} * ${dayMs}`;
  const isFirstLine = `(b.direction = 'inbound' and b.is_solved_at_first is not null
    and coalesce(b.result, '') not in ('not-ours', 'wrong-number', 'no-answer'))`;
  return `
with begun as (
  select c.*, k.carrier as case_carrier, coalesce(c.topic_id, k.topic_id) as about,
    date(${local} / 1000, 'unixepoch') as began_on, ${local} as local
  from contacts c left join cases k on k.id = c.case_id where ${span.where('c.id')}),
b as (
  select id, channel, direction, case_id, about as topic_id, subscriber_id, agent_id, started_at, result,
    is_solved_at_first, local, began_on, ${repeatMs} as repeat_ms, coalesce(wait_ms, 0) as wait_ms,
    coalesce((select carrier from lines l where l.id = line_id), case_carrier, '-') as carrier,
    coalesce(talk_ms, 0) + coalesce(hold_ms, 0) + coalesce(wrap_ms, 0) as handling_ms,
    case when direction = 'inbound' and channel = 'call' and ended_at is not null and wait_ms is not null then
      case when talk_ms > 0 then 'answered'
        when wait_ms < ${term('shortAbandonS', 5)} * 1000 then 'short' else 'abandoned' end end as call,
    ${term('answeredWithinS', 20)} * 1000 as within_ms
  from begun)
insert into contact_facts (id, channel, carrier, agent, topic, hour, day, is_inbound, call, is_in_time, wait_ms,
  handling_ms, is_first_line, is_solved_at_first, is_repeat)
select id, channel, carrier, coalesce(agent_id, '-'), coalesce(topic_id, '-'), printf('%02d', local / 3600000 % 24),
  local / ${dayMs}, direction = 'inbound', call, coalesce(call = 'answered' and wait_ms <= within_ms, 0), wait_ms,
  handling_ms, ${isFirstLine},
  ${isFirstLine} and is_solved_at_first = 1
    and not ${again('o.started_at > b.started_at and o.started_at <= b.started_at + b.repeat_ms')},
  direction = 'inbound' and channel = 'call'
    and ${again('o.started_at < b.started_at and o.started_at >= b.started_at - b.repeat_ms')}
from b`;
}
