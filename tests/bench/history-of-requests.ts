import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';

const perBatch = 50_000;
/** Eighteen months. */
const spanMs = 545 * 86_400_000;
const start = Date.UTC(2025, 4, 20);

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
const end = "case fate when 0 then 'refused' when 1 then 'cancelled' else 'done' end";

const insertRequests = `
insert into requests (id, number, line_id, kind, payload, subject, state, version, lane, carrier, carrier_account_id,
  form_token, form_hash, attempts, created_by, created_at, changed_at)
${made}
select rid, i + ?6, ?5, ${kinds}, '{}', 'r' || (i + ?6), ${end}, 4, 'bulk',
  case carrier when 0 then 'mts' when 1 then 'beeline' else 'megafon' end, 'a', 'h-' || (i + ?6), 'h', 0,
  'agent-' || agent, at, at from made`;

const moves = [
  { version: 1, event: 'submitted', from: "'draft'", to: "'queued'", after: 0 },
  { version: 2, event: 'sending-started', from: "'queued'", to: "'sending'", after: 2000 },
  { version: 3, event: 'accepted', from: "'sending'", to: "'accepted'", after: 3000 },
  { version: 4, event: 'ended', from: "'accepted'", to: end, after: 60_000 },
];
const insertEvents = `
insert into request_events (request_id, version, event, from_state, to_state, at, actor)
${made}
${moves
  .map(
    ({ version, event, from, to, after }) =>
      `select rid, ${version}, '${event}', ${from}, ${to}, at + ${after} * (1 + i % 7), 'worker' from made`,
  )
  .join(' union all ')}`;

/** Requests and four events each, over eighteen months, made inside SQLite; with `at` one that begins then. */
export async function makeHistory(
  db: TenantDb,
  count: number,
  say: (done: number) => void,
  at?: Date,
): Promise<void> {
  const [line] = await db.select({ id: lines.id }).from(lines).limit(1);
  const [first, gap, shift] = at ? [at.getTime(), 0, 900_000_000] : [start, Math.floor(spanMs / count), 1];
  for (let from = 0; from < count; from += perBatch) {
    const to = Math.min(from + perBatch, count) - 1;
    const params = [from, to, first, gap].map(BigInt);
    const given = [...params, line?.id, BigInt(shift)];
    const statements = [insertRequests, insertEvents].map((sql) => ({
      toSQL: () => ({ sql, params: given }),
    }));
    const written = await commit(db, statements);
    if (!written.ok) throw new Error(`The history is not new: ${written.conflict} is taken.`);
    if ((to + 1) % 500_000 === 0) say(to + 1);
  }
}
