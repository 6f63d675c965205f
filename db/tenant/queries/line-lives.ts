import { sql } from 'drizzle-orm';
import type { LineLife } from '#app/features/churn/line-life.ts';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';

/** How far back is read: instants as epoch ms, `month` as `2026-10`, `dueOn` a date. */
export type ReadSince = { month: string; at: number; dueOn: string; balancesAt: number };
/** `joinedOn`: null: nobody told it. */
export type KnownLife = Omit<LineLife, 'joinedOn'> & { joinedOn: string | null; knownSince: number };

const lists = [
  'usage',
  'requests',
  'cases',
  'ratings',
  'contacts',
  'charges',
  'balances',
  'absences',
] as const;
type Row = { [list in (typeof lists)[number]]: string } & Omit<KnownLife, (typeof lists)[number]>;

/**
 * The lives of some lines, one row each: what happened to the subscriber counts for each of his lines. Lists come as JSON
 * made by the database: a thousand lines are one answer, not ten thousand rows.
 */
export async function listLineLives(
  db: TenantDb,
  lineIds: readonly string[],
  since: ReadSince,
): Promise<KnownLife[]> {
  const rows = await db.all<Row>(sql`
    select l.id as lineId, l.carrier, l.tariff_code as tariff, v.joined_on as joinedOn,
      coalesce(l.owned_since, l.created_at) as knownSince,
      (select max(r.changed_at) from requests r
        where r.line_id = l.id and r.kind = 'tariff.change' and r.state = 'done') as tariffSince,
      (select json_group_array(json_array(u.month, u.fee_kopecks, u.minutes, u.megabytes, u.messages)) from line_usage u
        where u.line_id = l.id and u.month >= ${since.month}) as usage,
      (select json_group_array(json_array(r.created_at,
          case when r.state in ('done', 'refused', 'cancelled') then r.changed_at end, r.state = 'refused'))
        from requests r where r.line_id = l.id and r.created_at >= ${since.at} and r.state <> 'draft') as requests,
      (select json_group_array(json_array(c.created_at,
          case when c.state in ('solved', 'closed') then coalesce((select min(e.at) from case_events e
            where e.case_id = c.id and e.to_state in ('solved', 'closed')), c.changed_at) end, c.kind = 'complaint'))
        from cases c where c.subscriber_id = l.subscriber_id and c.created_at >= ${since.at}) as cases,
      (select json_group_array(json_array(s.at, s.stars)) from cases c join ratings s on s.case_id = c.id
        where c.subscriber_id = l.subscriber_id and c.created_at >= ${since.at}) as ratings,
      (select json_group_array(t.started_at) from contacts t
        where t.subscriber_id = l.subscriber_id and t.started_at >= ${since.at}
          and t.direction = 'inbound') as contacts,
      (select json_group_array(json_array(e."on", c.due_on, c.settled_on))
        from receivables r join charges c on c.receivable_id = r.id join journal_entries e on e.id = c.entry_id
        where r.line_id = l.id and c.due_on >= ${since.dueOn}) as charges,
      (select json_group_array(json_array(b.at, b.kopecks)) from balance_readings b
        where b.line_id = l.id and b.at >= ${since.balancesAt}) as balances,
      (select json_group_array(json_array(d."on", d.returned_on)) from departures d
        where d.line_id = l.id) as absences
    from lines l left join line_lives v on v.line_id = l.id
    where l.id ${textsIn(lineIds)}`);
  return rows.map((row) => ({ ...row, ...parsed(row) }));
}

const none: readonly never[] = [];

function parsed(row: Row) {
  const lives = Object.fromEntries(
    lists.map((list) => [list, row[list] === '[]' ? none : JSON.parse(row[list])]),
  );
  return lives as Pick<LineLife, (typeof lists)[number]>;
}
