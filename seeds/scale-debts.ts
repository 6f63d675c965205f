import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

const rowsPerBatch = 20_000;

/**
 * One receivable a row, by its number: of a hundred 45 owe nothing, 35 have a bill that falls due within twenty days,
 * 20 are overdue by up to forty days; each has paid a bill before. `id(room)` are UUIDv7 that grow with the number.
 */
const id = (room: number) =>
  `printf('018f0000-%04x-7${room.toString(16).padStart(3, '0')}-8000-%012x', i >> 16, i)`;
const made = `with recursive
  counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
  made as (
    select i, ${id(0x201)} as subscriber, ${id(0x202)} as account, ${id(0x203)} as line, ${id(0x204)} as receivable,
      ${id(0x205)} as entry, ${id(0x206)} as bill, ${id(0x207)} as payment, 20000 + (i % 90) * 1000 as kopecks,
      case when i % 100 < 45 then null
        when i % 100 < 80 then date(?3, '+' || (i / 100 % 20) || ' days')
        else date(?3, '-' || (1 + i / 100 % 40) || ' days') end as due
    from counted)`;

const statements = [
  `insert into subscribers (id, kind, name, contract_number, created_at) ${made}
  select subscriber, case when i % 33 = 0 then 'company' else 'person' end, 'Абонент ' || i, 'М-' || i, 0 from made`,
  `insert into lines (id, subscriber_id, msisdn, carrier, carrier_account_id, created_at) ${made}
  select line, subscriber, printf('+79%09d', i), case i % 3 when 0 then 'mts' when 1 then 'beeline' else 'megafon' end,
    'scale', 0 from made`,
  `insert into billing_accounts (id, subscriber_id, number, created_at) ${made}
  select account, subscriber, 'М-' || i, 0 from made`,
  `insert into receivables (id, account_id, line_id, balance_kopecks, oldest_due_on, next_due_on, version, changed_at) ${made}
  select receivable, account, line, case when due is null then 0 else kopecks end, due,
    case when due >= ?3 then due end, 1, 0 from made`,
  `insert into journal_entries (id, receivable_id, sequence, kind, kopecks, source, source_key, "on", booked_by, booked_at) ${made}
  select entry, receivable, 1, 'charge', kopecks, 'file', 'scale-' || i, date(due, '-20 days'), 'scale', 0
  from made where due is not null`,
  `insert into charges (entry_id, receivable_id, due_on, kopecks, open_kopecks) ${made}
  select entry, receivable, due, kopecks, kopecks from made where due is not null`,
  `insert into journal_entries (id, receivable_id, sequence, kind, kopecks, source, source_key, "on", booked_by, booked_at) ${made}
  select bill, receivable, 2, 'charge', kopecks, 'file', 'bill-' || i, date(?3, '-80 days'), 'scale', 0 from made
  union all
  select payment, receivable, 3, 'payment', -kopecks, 'api', 'paid-' || i, date(?3, '-62 days'), 'scale', 0 from made`,
  `insert into charges (entry_id, receivable_id, due_on, kopecks, open_kopecks, settled_on) ${made}
  select bill, receivable, date(?3, '-60 days'), kopecks, 0, date(?3, '-62 days') from made`,
  `insert into settlements (entry_id, charge_id, kopecks) ${made} select payment, bill, kopecks from made`,
  `insert into payment_habits (receivable_id, charges, late, late_days, last_days, charged_kopecks, first_due_on, counted_until) ${made}
  select receivable, 17, i % 7, i % 7 * 5, json_array(i % 7 - 3, -2, i % 5, -1), 17 * kopecks, date(?3, '-18 months'), ?3
  from made`,
];

/** Adds `count` receivables with what hangs on them. `on`: the date they are overdue or not yet due at. */
export async function seedDebtsAtScale(
  db: TenantDb,
  { count, on }: { count: number; on: string },
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  for (let from = 0; from < count; from += rowsPerBatch) {
    const to = Math.min(from + rowsPerBatch, count) - 1;
    // Numbers are bound as BigInt: libSQL binds a JavaScript number as REAL.
    const params = [BigInt(from), BigInt(to), on];
    const batch = statements.map((sql) => ({ toSQL: () => ({ sql, params }) }));
    const written = await commit(db, batch);
    if (!written.ok) throw new Error(`Receivables from ${from} on are there already (${written.conflict}).`);
    onProgress(to + 1);
  }
}
