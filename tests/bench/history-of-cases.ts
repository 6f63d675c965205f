import { aroundTheClock } from '#app/features/sla/calendar.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { topics } from '#db/tenant/schema/case.ts';
import { calendars, calendarVersions, contractVersions } from '#db/tenant/schema/sla.ts';
import { historyMs, start } from './history-of-requests.ts';

const perBatch = 20_000;
const topicCount = 30;

/** `?1`…`?2`: the numbers; `?3`: when the first came, ms; `?4`: ms between two of them. */
const made = `
with recursive counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
made as (
  select i, ?3 + i * ?4 as at, printf('%08x-%04x-7006-8000-%012x', (?3 + i * ?4) >> 16, (?3 + i * ?4) & 65535, i) as rid,
    'agent-' || (i % 40) as agent, 'topic-' || (i % ${topicCount}) as topic, i % 20 as fate,
    case i % 4 when 0 then 'email' when 1 then 'chat' else 'call' end as channel,
    case i % 3 when 0 then 'mts' when 1 then 'beeline' else 'megafon' end as carrier
  from counted)`;

const tables = [
  `insert into cases (id, number, kind, state, version, subject, priority, channel, carrier, topic_id, assignee_id,
    created_by, created_at, changed_at) ${made}
  select rid, 20000000 + i, case i % 9 when 0 then 'complaint' else 'question' end, case fate when 0 then 'open' else 'solved' end,
    3, 'Вопрос', 'normal', channel, carrier, topic, agent, agent, at, at + 3600000 from made`,
  `insert into case_events (case_id, version, event, from_state, to_state, at, actor) ${made}
  select rid, 1, 'opened', 'new', 'new', at, agent from made
  union all select rid, 2, 'answered', 'new', 'open', at + 60000 * (1 + i % 50), agent from made
  union all select rid, 3, 'solved', 'open', 'solved', at + 3600000 * (1 + i % 9), agent from made where fate > 0`,
  `insert into contacts (id, case_id, channel, direction, agent_id, started_at, ended_at, wait_ms, talk_ms, result, topic_id,
    is_solved_at_first, created_at) ${made}
  select rid, rid, channel, 'inbound', agent, at, at + 300000, i % 45 * 1000, case fate when 1 then null else 180000 end,
    case fate when 2 then 'passed-on' else 'solved' end, topic, fate > 4, at from made`,
  `insert into ratings (case_id, agent_id, stars, recommends, solved_at, at) ${made}
  select rid, agent, 1 + i % 5, i % 11, at, at + 7200000 from made where fate = 3`,
];

/** Solved cases, each with a contact, some rated, under a contract with promises: what pages show besides requests. */
export async function makeCases(db: TenantDb, count: number): Promise<void> {
  const agreed = await commit(db, promised(db));
  if (!agreed.ok) throw new Error(`There is a contract: ${agreed.conflict} is taken.`);
  for (let first = 0; first < count; first += perBatch) {
    const last = Math.min(first + perBatch, count) - 1;
    const params = [first, last, start, Math.floor(historyMs / count)].map(BigInt);
    const written = await commit(
      db,
      tables.map((sql) => ({ toSQL: () => ({ sql, params }) })),
    );
    if (!written.ok) throw new Error(`The cases are not new: ${written.conflict} is taken.`);
  }
}

function promised(db: TenantDb): Statement[] {
  const made = { reason: 'bench', createdBy: 'bench', createdAt: new Date(0) };
  const match = { channels: [], kinds: [], priorities: [], segments: [] };
  const minutes = { firstResponse: 30, nextResponse: 60, resolution: 360, carrier: null };
  const rules = [{ id: 'all', match, calendarId: 'always', minutes }];
  const terms = { rules, exclusions: [], warnAt: [], escalations: [], graceMinutes: 0 };
  const hours = { timeZone: 'Europe/Moscow', week: aroundTheClock, specialDays: [] };
  const named = Array.from({ length: topicCount }, (_, place) => ({
    id: `topic-${place}`,
    title: `Тема ${place}`,
  }));
  return [
    db.insert(topics).values(named),
    db.insert(calendars).values({ id: 'always', name: 'Всегда', createdBy: 'bench', createdAt: new Date(0) }),
    db
      .insert(calendarVersions)
      .values({ id: 'h1', calendarId: 'always', effectiveFrom: '2025-01-01', hours, ...made }),
    db
      .insert(contractVersions)
      .values({ id: 'c1', effectiveFrom: new Date(0), appliesTo: 'new', terms, ...made }),
  ];
}
