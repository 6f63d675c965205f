import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  gte,
  inArray,
  isNotNull,
  isNull,
  notInArray,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm';
import type { Arm } from '#app/features/ladder/ladder.ts';
import type { Bucket } from '#app/features/receivable/ageing.ts';
import { endedStates } from '#app/features/suspension/suspension.ts';
import type { TenantDb } from '#db/open.ts';
import { promises, standings, suspensions } from '../schema/ladder.ts';
import { outreachRefusals } from '../schema/outreach.ts';

/** What is overdue now, by the age of each receivable's oldest debt. */
export function sumOverdue(db: TenantDb, today: string) {
  return db.all<{ bucket: Bucket; receivables: number; kopecks: number }>(sql`
    select case when days <= 30 then '1-30' when days <= 60 then '31-60' when days <= 90 then '61-90' else '90+' end
      as bucket, count(*) as receivables, sum(kopecks) as kopecks
    from (select julianday(${today}) - julianday(r.oldest_due_on) as days,
        (select coalesce(sum(c.open_kopecks), 0) from charges c
          where c.receivable_id = r.id and c.due_on < ${today} and c.open_kopecks > 0) as kopecks
      from receivables r where r.oldest_due_on < ${today})
    group by bucket`);
}

/** Who is held on a ladder now, and why; `null`: who is not. */
export function countHolds(db: TenantDb) {
  return db
    .select({ hold: standings.hold, people: count() })
    .from(standings)
    .where(isNull(standings.leftOn))
    .groupBy(standings.hold)
    .all();
}

/** Of how many debts lines are proposed, suspended and so on; several lines of an account are one debt. */
export function countSuspensions(db: TenantDb) {
  return db
    .select({ state: suspensions.state, debts: countDistinct(suspensions.receivableId) })
    .from(suspensions)
    .where(notInArray(suspensions.state, [...endedStates]))
    .groupBy(suspensions.state)
    .all();
}

/** Promises whose last date has come since a date, by how they ended. */
export function sumPromises(db: TenantDb, since: string) {
  const { state, lastOn, kopecks, paidKopecks } = promises;
  return db
    .select({
      state,
      promises: count(),
      debts: countDistinct(promises.receivableId),
      kopecks: sum(kopecks).mapWith(Number),
      paidKopecks: sum(paidKopecks).mapWith(Number),
    })
    .from(promises)
    .where(and(inArray(state, ['kept', 'broken']), gte(lastOn, since)))
    .groupBy(state)
    .all();
}

/** About how many debts the gate refused a contact since a moment, by rule, the most frequent first. */
export function countRefusals(db: TenantDb, since: Date) {
  const { rule, at, receivableId } = outreachRefusals;
  const debts = countDistinct(receivableId);
  return db
    .select({ rule, debts })
    .from(outreachRefusals)
    .where(and(gte(at, since), isNotNull(receivableId)))
    .groupBy(rule)
    .orderBy(desc(debts), asc(rule))
    .all();
}

export type TriedRow = {
  arm: Arm;
  strategyId: string;
  strategyVersion: number;
  owedKopecks: number;
  recoveredKopecks: number;
  /** Contacts that went out in the thirty days, as a JSON object by channel. */
  contacts: string;
};

/**
 * Of each receivable the first debt that was let on a ladder since a date and not paid by its due date, at least thirty
 * days ago: what was owed at its end, what of that was paid within thirty days, and by what contacts. One debt of each,
 * as it is the receivable that was drawn. Of the newest 50,000 debts.
 */
export function listTriedDebts(db: TenantDb, span: { since: string; today: string }) {
  return db.all<TriedRow>(triedDebts(span));
}

export function triedDebts({ since, today }: { since: string; today: string }): SQL {
  const paidBy = (from: SQL, until: SQL) =>
    sql`coalesce((select sum(s.kopecks) from settlements s
    join journal_entries e on e.id = s.entry_id join charges c on c.entry_id = s.charge_id
    where c.receivable_id = m.receivable_id and c.due_on = m.debt_since
      and e."on" > ${from} and e."on" <= ${until}), 0)`;
  return sql`
    select *, min(debtSince) as firstDebt from (
      select m.receivable_id as receivableId, m.debt_since as debtSince, m.arm, m.strategy_id as strategyId, m.strategy_version as strategyVersion,
        (select sum(c.kopecks) from charges c where c.receivable_id = m.receivable_id and c.due_on = m.debt_since)
          - ${paidBy(sql`''`, sql`m.debt_since`)} as owedKopecks,
        ${paidBy(sql`m.debt_since`, sql`date(m.debt_since, '+30 days')`)} as recoveredKopecks,
        coalesce((select json_group_object(channel, n) from (select a.channel, count(*) as n
          from outreach_attempts a where a.receivable_id = m.receivable_id and a.state <> 'failed'
            and a.at >= unixepoch(m.debt_since, '-30 days') * 1000 and a.at < unixepoch(m.debt_since, '+31 days') * 1000
          group by a.channel)), '{}') as contacts
      from ladder_moves m
      where m."on" >= ${since} and m.move = 'entered' and m.why is null and m.debt_since <= date(${today}, '-31 days')
      order by m."on" desc limit 50000)
    where owedKopecks > 0 group by receivableId`;
}

/** Of one month of due dates that have passed: whose was foretold, how many were to be late, how many were. */
export type ForetoldMonth = { month: string; debts: number; foretold: number; late: number };

/**
 * A debt with two due dates in a month is late when one of them is: 1 − Π(1 − p), as if they were independent. What is
 * still open is late.
 */
const foretoldDebts = (today: string) => sql`
  select substr(due_on, 1, 7) as month, receivable_id,
    1 - exp(sum(ln(max(1 - probability, 1e-9)))) as probability, max(days_late is null or days_late > 0) as isLate
  from nonpayment_forecasts where due_on < ${today} group by month, receivable_id`;

/** The last months, the newest first. `foretold` is rounded: so many debts, the likeliest, are listed behind it. */
export function listForetoldDebts(db: TenantDb, today: string, months: number): Promise<ForetoldMonth[]> {
  return db.all<ForetoldMonth>(sql`
    select month, count(*) as debts, cast(round(sum(probability)) as integer) as foretold, sum(isLate) as late
    from (${foretoldDebts(today)}) group by month order by month desc limit ${months}`);
}

/** The ids behind a figure of such a month. */
export function foretoldIn(month: string, today: string, of: 'all' | 'late' | 'foretold'): SQL {
  const all = sql`select receivable_id from (${foretoldDebts(today)}) where month = ${month}`;
  if (of === 'all') return all;
  if (of === 'late') return sql`${all} and isLate`;
  return sql`select receivable_id from (${all} order by probability desc, receivable_id
    limit (select cast(round(sum(probability)) as integer) from (${foretoldDebts(today)}) where month = ${month}))`;
}
