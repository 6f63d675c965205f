import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

const rowsPerBatch = 20_000;

/**
 * One line a row, by its number, each of its own subscriber: four months of use, a bill paid and one to come; of ten
 * lines five asked for something, three got in touch, two have a case and one rated it. `id(room)` are UUIDv7 that grow
 * with the number.
 */
const id = (room: number) =>
  `printf('018f0000-%04x-7${room.toString(16).padStart(3, '0')}-8000-%012x', i >> 16, i)`;
/** ?3: the date of the night, ?4: its instant, epoch ms. */
const made = `with recursive
  counted(i) as (select ?1 union all select i + 1 from counted where i < ?2),
  made as (
    select i, ${id(0x301)} as subscriber, ${id(0x302)} as account, ${id(0x303)} as line, ${id(0x304)} as receivable,
      ${id(0x305)} as entry, ${id(0x306)} as bill, ${id(0x307)} as request, ${id(0x308)} as contact,
      ${id(0x309)} as "case", 30000 + (i % 70) * 1000 as kopecks, ?4 - (1 + i * 7 % 150) * 86400000 as at
    from counted)`;
const months = `(select 1 as back union all select 2 union all select 3 union all select 4)`;

const statements = [
  `insert into subscribers (id, kind, name, contract_number, created_at) ${made}
  select subscriber, 'person', 'Абонент ' || i, 'Ч-' || i, 0 from made`,
  `insert into lines (id, subscriber_id, msisdn, carrier, carrier_account_id, tariff_code, created_at) ${made}
  select line, subscriber, printf('+79%09d', i), case i % 3 when 0 then 'mts' when 1 then 'beeline' else 'megafon' end,
    'scale', 'T' || i % 12, 0 from made`,
  `insert into line_lives (line_id, joined_on, last_active_on) ${made}
  select line, date(?3, '-' || (30 + i * 13 % 1500) || ' days'), date(?3, '-' || (i % 9) || ' days') from made`,
  `insert into line_usage (line_id, month, fee_kopecks, minutes, megabytes, told_at) ${made}
  select line, strftime('%Y-%m', ?3, '-' || back || ' months'), kopecks, (i * 31 + back * 7) % 700,
    (i * 17 + back * 3) % 9000, ?4 - 86400000 * 5 from made, ${months}`,
  `insert into billing_accounts (id, subscriber_id, number, created_at) ${made}
  select account, subscriber, 'Ч-' || i, 0 from made`,
  `insert into receivables (id, account_id, line_id, balance_kopecks, version, changed_at) ${made}
  select receivable, account, line, kopecks, 1, 0 from made`,
  `insert into journal_entries (id, receivable_id, sequence, kind, kopecks, source, source_key, "on", booked_by, booked_at) ${made}
  select bill, receivable, 1, 'charge', kopecks, 'file', 'c1-' || i, date(?3, '-60 days'), 'scale', 0 from made
  union all
  select entry, receivable, 2, 'charge', kopecks, 'file', 'c2-' || i, date(?3, '-5 days'), 'scale', 0 from made`,
  `insert into charges (entry_id, receivable_id, due_on, kopecks, open_kopecks, settled_on) ${made}
  select bill, receivable, date(?3, '-40 days'), kopecks, 0, date(?3, '-' || (30 + i % 15) || ' days') from made
  union all
  select entry, receivable, date(?3, '+15 days'), kopecks, kopecks, null from made`,
  `insert into requests (id, number, line_id, kind, payload, subject, state, version, lane, carrier, carrier_account_id,
    form_token, form_hash, created_by, created_at, changed_at) ${made}
  select request, i, line, 'line.unblock', '{}', 'block', case when i % 8 = 0 then 'refused' else 'done' end, 3,
    'interactive', 'mts', 'scale', request, '', 'scale', at, at + 60000 from made where i % 2 = 0`,
  `insert into contacts (id, channel, direction, subscriber_id, line_id, started_at, form_token, created_at) ${made}
  select contact, 'call', 'inbound', subscriber, line, at, contact, at from made where i % 10 < 3`,
  `insert into cases (id, number, kind, state, version, subject, priority, channel, subscriber_id, line_id, created_by,
    created_at, changed_at) ${made}
  select "case", i, case when i % 4 = 0 then 'complaint' else 'question' end, 'closed', 4, 'Вопрос', 'normal', 'call',
    subscriber, line, 'scale', at, at + 3600000 * (i % 60) from made where i % 10 < 2`,
  `insert into ratings (case_id, agent_id, stars, solved_at, at) ${made}
  select "case", 'scale', 1 + i % 5, at + 3600000, at + 7200000 from made where i % 10 = 0`,
];

/** Adds `count` lines with all that their scores are made from. `at`: the instant at which the date `on` begins. */
export async function seedChurnAtScale(
  db: TenantDb,
  { count, on, at }: { count: number; on: string; at: number },
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  for (let from = 0; from < count; from += rowsPerBatch) {
    const to = Math.min(from + rowsPerBatch, count) - 1;
    // Numbers are bound as BigInt: libSQL binds a JavaScript number as REAL.
    const bound = { 1: BigInt(from), 2: BigInt(to), 3: on, 4: BigInt(at) };
    const batch = statements.map((sql) => {
      const most = Math.max(...[...sql.matchAll(/\?(\d)/g)].map(([, place]) => Number(place)));
      return { toSQL: () => ({ sql, params: Object.values(bound).slice(0, most) }) };
    });
    const written = await commit(db, batch);
    if (!written.ok) throw new Error(`Lines from ${from} on are there already (${written.conflict}).`);
    onProgress(to + 1);
  }
}
