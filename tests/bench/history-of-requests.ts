import { sql } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';

const perBatch = 100_000;
/** Eighteen months. */
export const historyMs = 545 * 86_400_000;
export const start = Date.UTC(2025, 4, 20);
/** Numbers below are of others. */
const [ownNumbers, newsNumbers] = [30_000_000, 900_000_000];

/** `?1`…`?2`: the numbers; `?3`: when the first came, ms; `?4`: ms between two of them; `?5`: the line. */
const made = `
with recursive counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
made as (
  select i, ?3 + i * ?4 as at, printf('%08x-%04x-7005-8000-%012x', (?3 + i * ?4) >> 16, (?3 + i * ?4) & 65535, i + ?6) as rid,
    i % 10 as kind, i % 3 as carrier, i % 40 as agent, i % 11 as fate
  from counted)`;

const kinds = `case kind when 0 then 'option.connect' when 1 then 'option.disconnect' when 2 then 'tariff.change'
  when 3 then 'line.block' when 4 then 'line.unblock' when 5 then 'sim.replace' when 6 then 'invoice.order'
  when 7 then 'details.order' when 8 then 'device.setup' else 'other' end`;
/** Of eleven one is refused, one is put off and called back, one is done by a person; the carrier does the others. */
const end = "case fate when 0 then 'refused' when 1 then 'cancelled' else 'done' end";

const insertRequests = `
insert into requests (id, number, line_id, kind, payload, subject, state, version, lane, carrier, carrier_account_id,
  form_token, form_hash, attempts, created_by, created_at, changed_at)
${made}
select rid, i + ?6, ?5, ${kinds}, '{}', 'r' || (i + ?6), ${end}, 4, 'bulk',
  case carrier when 0 then 'mts' when 1 then 'beeline' else 'megafon' end, 'a', printf('h-%010d', i + ?6), 'h', 0,
  'agent-' || agent, at, at from made`;

/** Each event and where it leads, by fate; ms after the first. */
const moves = [
  { event: "'submitted'", from: "'draft'", to: "'queued'", after: 0 },
  { event: "'sending-started'", from: "'queued'", to: "'sending'", after: 2000 },
  {
    event: "case fate when 1 then 'not-sent' when 2 then 'needs-a-person' else 'accepted' end",
    from: "'sending'",
    to: "case fate when 1 then 'queued' when 2 then 'manual' else 'accepted' end",
    after: 3000,
  },
  {
    event: `case fate when 0 then 'refused' when 1 then 'cancelled' when 2 then 'done-by-a-person' else 'completed' end`,
    from: "case fate when 1 then 'queued' when 2 then 'manual' else 'accepted' end",
    to: end,
    after: 60_000,
  },
];
const byPlace = (of: (move: (typeof moves)[number]) => string | number) =>
  `case version ${moves.map((move, place) => `when ${place + 1} then ${of(move)}`).join(' ')} end`;
const insertEvents = `
insert into request_events (request_id, version, event, from_state, to_state, at, actor)
${made}
select rid, version, ${byPlace(({ event }) => event)}, ${byPlace(({ from }) => from)}, ${byPlace(({ to }) => to)},
  at + ${byPlace(({ after }) => after)} * (1 + i % 7), case version when 1 then 'agent-' || agent else 'worker' end
from made cross join (select 1 as version union all select 2 union all select 3 union all select 4)`;

/** Requests and four events each, over eighteen months, made inside SQLite. */
export async function makeHistory(db: TenantDb, count: number, say: (done: number) => void): Promise<void> {
  const gap = Math.floor(historyMs / count);
  for (let from = 0; from < count; from += perBatch) {
    const to = Math.min(from + perBatch, count) - 1;
    await insert(db, [from, to, start, gap, ownNumbers]);
    if ((to + 1) % 500_000 === 0) say(to + 1);
  }
}

/** One more request, the `n`th, that begins at an instant. */
export function makeNews(db: TenantDb, n: number, at: Date): Promise<void> {
  return insert(db, [n, n, at.getTime(), 0, newsNumbers]);
}

async function insert(db: TenantDb, [from, to, first, gap, numbers]: Made): Promise<void> {
  const [line] = await db.select({ id: lines.id }).from(lines).limit(1);
  const params = [...[from, to, first, gap].map(BigInt), line?.id, BigInt(numbers)];
  const statements = [insertRequests, insertEvents].map((text) => written(text, params));
  const done = await commit(db, statements);
  if (!done.ok) throw new Error(`The history is not new: ${done.conflict} is taken.`);
}
type Made = [from: number, to: number, first: number, gap: number, numbers: number];

/**
 * Runs `fill` without the indexes and triggers of its tables and with more memory: they only slow it down. Then makes them
 * again, and everything is as it was.
 */
export async function withoutIndexes(db: TenantDb, fill: () => Promise<void>): Promise<void> {
  const extras = await db.all<{ type: string; name: string; sql: string }>(sql`select type, name, sql
    from sqlite_master where type in ('index', 'trigger') and tbl_name in ('requests', 'request_events')
    and sql is not null`);
  await db.run(sql`pragma cache_size = -200000`);
  await commit(
    db,
    extras.map(({ type, name }) => written(`drop ${type} ${name}`)),
  );
  await fill();
  for (const extra of extras) await commit(db, [written(extra.sql)]);
  await db.run(sql`pragma cache_size = -2000`);
}

function written(text: string, params: unknown[] = []): Statement {
  return { toSQL: () => ({ sql: text, params }) };
}
