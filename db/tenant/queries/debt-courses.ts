import { sql } from 'drizzle-orm';
import type { Hold } from '#app/features/ladder/ladder.ts';
import { textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';

type CourseRow = {
  receivableId: string;
  subscriber: 'person' | 'company';
  carrier: string | null;
  chargeId: string;
  bookedOn: string;
  dueOn: string;
  kopecks: number;
  probability: number | null;
};

/** So many receivables from a place in the order of their ids, with the charges that were open since a date. */
export function listPastCharges(
  db: TenantDb,
  { skip, limit, since }: { skip: number; limit: number; since: string },
): Promise<CourseRow[]> {
  return db.all<CourseRow>(sql`
    with page as (select id, account_id, line_id from receivables order by id limit ${limit} offset ${skip})
    select page.id as receivableId, s.kind as subscriber, l.carrier, c.entry_id as chargeId, e."on" as bookedOn,
      c.due_on as dueOn, c.kopecks, f.probability
    from page
      join billing_accounts a on a.id = page.account_id
      join subscribers s on s.id = a.subscriber_id
      join charges c on c.receivable_id = page.id and (c.settled_on is null or c.settled_on >= ${since})
      join journal_entries e on e.id = c.entry_id
      left join lines l on l.id = page.line_id
      left join nonpayment_forecasts f on f.receivable_id = page.id and f.due_on = c.due_on
    order by page.id, c.due_on`);
}

/** What was paid of some charges, and when. */
export function listSettledParts(db: TenantDb, chargeIds: readonly string[]) {
  return db.all<{ chargeId: string; on: string; kopecks: number }>(sql`
    select s.charge_id as chargeId, e."on", s.kopecks
    from json_each(${JSON.stringify(chargeIds)}) wanted
      join settlements s on s.charge_id = wanted.value
      join journal_entries e on e.id = s.entry_id`);
}

export async function countReceivables(db: TenantDb): Promise<number> {
  const row = await db.get<{ n: number }>(sql`select count(*) as n from receivables`);
  return row?.n ?? 0;
}

/** What held some receivables back, in instants: from when and, if it has ended, until when; a promise's last date. */
export type HeldRow = {
  receivableId: string;
  hold: Hold;
  from: number;
  until: number | null;
  lastOn: string | null;
};

export function listHeld(db: TenantDb, receivableIds: readonly string[]): Promise<HeldRow[]> {
  const wanted = textsIn(receivableIds);
  return db.all<HeldRow>(sql`
    select receivable_id as receivableId, 'dispute' as hold, opened_at as "from", closed_at as until, null as lastOn
    from debt_disputes where receivable_id ${wanted}
    union all
    select receivable_id, 'promise', made_at, ended_at, last_on from promises where receivable_id ${wanted}
    union all
    select receivable_id, 'plan', made_at, ended_at, last_on from instalment_plans where receivable_id ${wanted}`);
}
