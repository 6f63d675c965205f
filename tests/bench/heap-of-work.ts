import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

const rowsPerBatch = 20_000;

/**
 * Queued bulk requests and their outbox rows, made inside SQLite: each line is blocked first, and what is
 * more than the lines asks for an option. `?1`…`?2`: their numbers, `?3`: now in ms.
 */
const made = `
with recursive
  counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
  numbered as materialized (
    select id, carrier, carrier_account_id, row_number() over (order by id) - 1 as place,
      count(*) over () as size from lines),
  made as (
    select i, numbered.*, i / size as turn, printf('%08x-%04x-7005-8000-%012x', ?3 >> 16, ?3 & 65535, i) as rid,
      printf('%08x-%04x-7006-8000-%012x', ?3 >> 16, ?3 & 65535, i) as work
    from counted join numbered on numbered.place = i % size)`;

const insertRequests = `
insert into requests (id, number, line_id, kind, payload, subject, state, version, lane, carrier,
  carrier_account_id, form_token, form_hash, attempts, created_by, created_at, changed_at)
${made}
select rid, i + 1, id, case turn when 0 then 'line.block' else 'option.connect' end,
  case turn when 0 then json_object('kind', 'line.block', 'reason', 'wish')
    else json_object('kind', 'option.connect', 'optionCode', 'S' || turn) end,
  case turn when 0 then 'block' else 'option:S' || turn end,
  'queued', 1, 'bulk', carrier, carrier_account_id, 'heap-' || i, 'heap', 0, 'bench-lead', ?3, ?3 from made`;

const insertWork = `
insert into outbox (id, queue, payload, gate, lane, due_at, created_at)
${made}
select work, 'carrier-order', json_object('requestId', rid), carrier_account_id, 'bulk', ?3 + i / 1000, ?3 from made`;

/** Queues `count` bulk requests of a tenant that has lines and no requests. */
export async function queueHeapOfWork(db: TenantDb, count: number, now: Date): Promise<void> {
  for (let from = 0; from < count; from += rowsPerBatch) {
    const params = [from, Math.min(from + rowsPerBatch, count) - 1, now.getTime()].map(BigInt);
    const statements = [insertRequests, insertWork].map((sql) => ({ toSQL: () => ({ sql, params }) }));
    const written = await commit(db, statements);
    if (!written.ok) throw new Error(`The heap of work is not new: ${written.conflict} is taken.`);
  }
}
