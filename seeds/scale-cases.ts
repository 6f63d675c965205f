import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

const rowsPerBatch = 50_000;
const dayMs = 86_400_000;

/** `made`: one row a case, every line gets its share, one in a hundred is open. Ids grow with time. */
const made = `with recursive
  counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
  numbered as materialized (
    select id, subscriber_id, carrier, row_number() over (order by id) - 1 as place from lines),
  timed as (
    select i, ?3 + i * ?4 as at, (i * 7919) % (select count(*) from lines) as place, i % 100 as fate from counted),
  made as (
    select i, at, fate, numbered.id as line_id, subscriber_id, carrier,
      printf('%08x-%04x-7006-8000-%012x', at >> 16, at & 65535, i) as id,
      printf('%08x-%04x-7007-8000-%012x', at >> 16, at & 65535, i) as message_id,
      case when fate = 0 then case i % 300 when 0 then 'new' when 100 then 'open' else 'waiting' end
        when fate < 5 then 'solved' else 'closed' end as state
    from timed join numbered on numbered.place = timed.place)`;

const statements = [
  `insert into cases (id, number, kind, state, version, subject, priority, channel, subscriber_id, line_id, carrier,
    assignee_id, due_at, due_target, last_message_id, created_by, created_at, changed_at) ${made}
  select id, i, case i % 4 when 0 then 'question' when 1 then 'fault' when 2 then 'change' else 'complaint' end, state, 3,
    'Обращение ' || i, case when i % 20 = 0 then 'high' else 'normal' end,
    case i % 3 when 0 then 'call' when 1 then 'email' else 'web' end, subscriber_id, line_id, carrier,
    case when fate = 0 and i % 200 = 0 then null else 'author-' || (i % 40) end,
    case when state in ('new', 'open') then at + 3600000 end, case when state in ('new', 'open') then 'resolution' end,
    message_id, 'author-' || (i % 40), at, at + 60000 from made`,
  `insert into case_events (case_id, version, event, from_state, to_state, at, actor, note) ${made}
  select id, 1, 'opened', 'new', 'new', at, 'subscriber',
    json_object('channel', 'email', 'kind', 'question', 'priority', 'normal') from made`,
  `insert into case_events (case_id, version, event, from_state, to_state, at, actor) ${made}
  select id, 2, 'answered', 'new', 'open', at + 30000, 'author-' || (i % 40) from made`,
  `insert into messages (id, case_id, kind, channel, author, body, state, at) ${made}
  select message_id, id, 'inbound', 'email', 'subscriber', 'Здравствуйте! Вопрос номер ' || i, 'sent', at from made`,
];

/** Adds cases numbered from `first` on, each with two events and a message. The tenant has lines. */
export async function seedCasesAtScale(
  db: TenantDb,
  plan: { first: number; count: number; clock: Date; days: number },
  onProgress: (done: number, all: number) => void = () => {},
): Promise<void> {
  const stepMs = Math.floor((plan.days * dayMs) / plan.count);
  const start = plan.clock.getTime() - plan.days * dayMs - plan.first * stepMs;
  const end = plan.first + plan.count;
  for (let from = plan.first; from < end; from += rowsPerBatch) {
    const to = Math.min(from + rowsPerBatch, end) - 1;
    // Numbers are bound as BigInt: libSQL binds a JavaScript number as REAL.
    const params = [from, to, start, stepMs].map(BigInt);
    const batch = statements.map((sql) => ({ toSQL: () => ({ sql, params }) }));
    const written = await commit(db, batch);
    if (!written.ok) throw new Error(`Cases from ${from} on are there already (${written.conflict}).`);
    onProgress(to + 1 - plan.first, plan.count);
  }
}
