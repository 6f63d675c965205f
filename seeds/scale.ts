import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

const rowsPerBatch = 50_000;
const dayMs = 86_400_000;

/**
 * Requests made inside SQLite, the only way to a million of them in seconds. Every line gets its share, two
 * in a hundred are open, ids grow with time. They have no events: this is for measuring lists and search.
 */
const insertRequests = `
insert into requests (id, number, line_id, kind, payload, item_name, subject, state, version, lane, carrier,
  carrier_account_id, form_token, form_hash, attempts, created_by, created_at, changed_at)
with recursive
  counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
  numbered as materialized (
    select id, carrier, carrier_account_id, row_number() over (order by id) - 1 as place from lines),
  made as (
    select i, ?3 + i * ?4 as at, (i * 7919) % (select count(*) from lines) as place, i % 100 as fate,
      case when i % 3 = 0 then 'option.disconnect' else 'option.connect' end as kind
    from counted)
select printf('%08x-%04x-7005-8000-%012x', at >> 16, at & 65535, i), i, numbered.id, kind,
  json_object('kind', kind, 'optionCode', 'S' || i), 'Услуга ' || i, 'option:S' || i,
  case when fate < 88 then 'done' when fate < 94 then 'refused' when fate < 98 then 'cancelled'
    when fate = 98 then 'manual' else 'accepted' end,
  5, case when i % 10 = 0 then 'bulk' else 'interactive' end, carrier, carrier_account_id,
  'scale-' || i, 'scale', 1, 'author-' || (i % 40), at, at + 60000
from made join numbered on numbered.place = made.place`;

/** Adds requests numbered from `first` on. The tenant has lines. */
export async function seedRequestsAtScale(
  db: TenantDb,
  plan: { first: number; count: number; clock: Date; days: number },
  onProgress: (done: number, all: number) => void = () => {},
): Promise<void> {
  const stepMs = Math.floor((plan.days * dayMs) / plan.count);
  const start = plan.clock.getTime() - plan.days * dayMs - plan.first * stepMs;
  const end = plan.first + plan.count;
  for (let from = plan.first; from < end; from += rowsPerBatch) {
    const to = Math.min(from + rowsPerBatch, end) - 1;
    // Numbers are bound as BigInt: libSQL binds a JavaScript number as REAL, and 'S' || 5.0 is not 'S5'.
    const params = [from, to, start, stepMs].map(BigInt);
    const written = await commit(db, [{ toSQL: () => ({ sql: insertRequests, params }) }]);
    if (!written.ok) throw new Error(`Requests from ${from} on are there already (${written.conflict}).`);
    onProgress(to + 1 - plan.first, plan.count);
  }
}
