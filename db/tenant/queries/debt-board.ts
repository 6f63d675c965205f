import { and, count, gte, inArray, isNull, notInArray, type SQL, sql, sum } from 'drizzle-orm';
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

export function countSuspensions(db: TenantDb) {
  return db
    .select({ state: suspensions.state, lines: count() })
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
      kopecks: sum(kopecks).mapWith(Number),
      paidKopecks: sum(paidKopecks).mapWith(Number),
    })
    .from(promises)
    .where(and(inArray(state, ['kept', 'broken']), gte(lastOn, since)))
    .groupBy(state)
    .all();
}

/** Contacts that the gate refused since a moment, by rule, the most frequent first. */
export function countRefusals(db: TenantDb, since: Date) {
  const { rule, at } = outreachRefusals;
  return db
    .select({ rule, contacts: count() })
    .from(outreachRefusals)
    .where(gte(at, since))
    .groupBy(rule)
    .orderBy(sql`count(*) desc`)
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
