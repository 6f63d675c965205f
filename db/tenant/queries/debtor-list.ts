import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { DebtorFilter } from '#app/features/debt-board/debtor-filter.ts';
import { isOverdueOnly } from '#app/features/debt-board/debtor-filter.ts';
import type { Arm, Hold } from '#app/features/ladder/ladder.ts';
import type { TenantDb } from '#db/open.ts';
import { promises, suspensions } from '../schema/ladder.ts';
import { outreachRefusals } from '../schema/outreach.ts';
import { foretoldIn, triedDebts } from './debt-board.ts';
import { stoodOn, wentBetween } from './debt-history.ts';

export type DebtorRow = {
  id: string;
  name: string;
  carrier: string | null;
  oldestDueOn: string | null;
  kopecks: number;
  strategy: string | null;
  arm: Arm | null;
  nextOn: string | null;
  hold: Hold | null;
};
/** What filters compare with: today in the tenant's zone, and how far back promises and refusals reach. */
export type DebtorSpan = {
  today: string;
  promisesSince: string;
  refusalsSince: Date;
  /** Since when the newest trial runs; `null`: there was none. */
  trialSince: string | null;
};
type Asked = { filter: DebtorFilter; span: DebtorSpan };

const never = '9999-12-31';
const place = sql`coalesce(r.oldest_due_on, ${never})`;
const joined = sql`from receivables r
  join billing_accounts a on a.id = r.account_id
  join subscribers s on s.id = a.subscriber_id
  left join lines l on l.id = r.line_id
  left join standings st on st.receivable_id = r.id and st.left_on is null
  left join strategies g on g.id = st.strategy_id`;

/** A page of debtors, the oldest debts first; `after`: the place and id of the last one before. */
export function listDebtors(
  db: TenantDb,
  { filter, span }: Asked,
  { after, limit }: { after: { on: string; id: string } | null; limit: number },
): Promise<DebtorRow[]> {
  const behind = after ? sql`and (${place}, r.id) > (${after.on}, ${after.id})` : sql``;
  return db.all<DebtorRow>(sql`select r.id, s.name, l.carrier, r.oldest_due_on as oldestDueOn,
      ${overdueSum(span)} as kopecks, g.name as strategy, st.arm, st.next_on as nextOn, st.hold
    ${joined} where ${fits(filter, span)} ${behind} order by ${place}, r.id limit ${limit}`);
}

export async function sumDebtors(db: TenantDb, { filter, span }: Asked) {
  const row = await db.get<{ debts: number; kopecks: number }>(sql`
    select count(*) as debts, coalesce(sum(${overdueSum(span)}), 0) as kopecks ${joined}
    where ${fits(filter, span)}`);
  return row ?? { debts: 0, kopecks: 0 };
}

/** Where the list goes on behind a row. */
export function placeOf({ oldestDueOn, id }: DebtorRow): { on: string; id: string } {
  return { on: oldestDueOn ?? never, id };
}

function overdueSum({ today }: DebtorSpan): SQL {
  return sql`(select coalesce(sum(c.open_kopecks), 0) from charges c
    where c.receivable_id = r.id and c.due_on < ${today} and c.open_kopecks > 0)`;
}

function fits(filter: DebtorFilter, span: DebtorSpan): SQL {
  const { bucket, carrier, arm, hold, refused, suspension, promise, asOf, tried } = filter;
  const of = (table: SQLiteTable, where: SQL) =>
    sql`r.id in (select receivable_id from ${table} where ${where})`;
  const wanted = [
    ...(isOverdueOnly(filter) || (bucket && !asOf) ? [sql`r.oldest_due_on < ${span.today}`] : []),
    ...(bucket && !asOf ? [agedBetween(bucket, span.today)] : []),
    ...ofThePast(filter),
    ...ofForecast(filter, span),
    ...(tried ? [inArm(filter, span)] : []),
    ...(carrier ? [sql`l.carrier = ${carrier}`] : []),
    ...(arm ? [sql`st.arm = ${arm}`] : []),
    ...(hold === 'none' ? [sql`st.receivable_id is not null and st.hold is null`] : []),
    ...(hold && hold !== 'none' ? [sql`st.hold = ${hold}`] : []),
    ...(refused
      ? [of(outreachRefusals, sql`rule = ${refused} and at >= ${span.refusalsSince.getTime()}`)]
      : []),
    ...(suspension ? [of(suspensions, sql`state = ${suspension}`)] : []),
    ...(promise ? [of(promises, sql`state = ${promise} and last_on >= ${span.promisesSince}`)] : []),
  ];
  return wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`;
}

function ofThePast({ bucket, asOf, until, went }: DebtorFilter): SQL[] {
  return [
    ...(asOf ? [sql`r.id in (${stoodOn(asOf, bucket)})`] : []),
    ...(asOf && until && went ? [sql`r.id in (${wentBetween(asOf, until, went)})`] : []),
  ];
}

function ofForecast({ due, paid, foretold }: DebtorFilter, { today }: DebtorSpan): SQL[] {
  if (!due) return [];
  const of = (which: 'all' | 'late' | 'foretold') => sql`r.id in (${foretoldIn(due, today, which)})`;
  return [of('all'), ...(paid ? [of('late')] : []), ...(foretold ? [of('foretold')] : [])];
}

function inArm({ tried, brought }: DebtorFilter, { today, trialSince }: DebtorSpan): SQL {
  if (trialSince === null) return sql`false`;
  const isPaid = brought ? sql` and recoveredKopecks >= owedKopecks` : sql``;
  return sql`r.id in (select receivableId from (${triedDebts({ since: trialSince, today })})
    where arm = ${tried}${isPaid})`;
}

const ends = { '1-30': [1, 30], '31-60': [31, 60], '61-90': [61, 90], '90+': [91, 40_000] } as const;

function agedBetween(bucket: keyof typeof ends, today: string): SQL {
  const [least, most] = ends[bucket];
  return sql`r.oldest_due_on between date(${today}, ${`-${most} days`}) and date(${today}, ${`-${least} days`})`;
}
