import { asc, gte, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { debtDays, debtRolls } from '../schema/debt-history.ts';

/** Receivables behind `after` up to `upTo`. */
export type IdRange = { after: string; upTo: string };

/** What a page of receivables adds to the history on a night: its day, and on the first of a month its rolls. */
export function countDebtHistory(db: TenantDb, range: IdRange, on: string): Statement[] {
  const isFirst = on.endsWith('-01');
  return [countDebtDay(db, range, on), ...(isFirst ? [countDebtRolls(db, range, monthBefore(on), on)] : [])];
}

/** The same day of the month before; of the first there is always one. */
function monthBefore(on: string): string {
  return new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 8).concat('01');
}

/**
 * Adds a page of receivables to what was overdue at the beginning of `on`, a date of the past or today: from the
 * charges that were due before it and what was paid of them by then.
 */
function countDebtDay(db: TenantDb, range: IdRange, on: string): Statement {
  const rows = sql`select ${on}, ${bucketOf(sql`oldest`, on)} as bucket, count(*), sum(kopecks)
    from (${overdueOn(range, on)}) where true group by bucket`;
  return db
    .insert(debtDays)
    .select(rows)
    .onConflictDoUpdate({
      target: [debtDays.on, debtDays.bucket],
      set: {
        receivables: sql`${debtDays.receivables} + excluded.receivables`,
        kopecks: sql`${debtDays.kopecks} + excluded.kopecks`,
      },
    });
}

/** Adds where those who were overdue at the beginning of `from` stood at the beginning of `on`. */
function countDebtRolls(db: TenantDb, range: IdRange, from: string, on: string): Statement {
  const to = sql`case when later.id is null then 'current' else ${bucketOf(sql`later.oldest`, on)} end`;
  const rows = sql`select ${on}, ${bucketOf(sql`earlier.oldest`, from)} as from_bucket, ${to} as to_bucket,
      count(*), sum(earlier.kopecks), sum(min(earlier.kopecks, coalesce(later.kopecks, 0)))
    from (${overdueOn(range, from)}) earlier left join (${overdueOn(range, on)}) later on later.id = earlier.id
    where true group by from_bucket, to_bucket`;
  const { receivables, kopecks, leftKopecks } = debtRolls;
  return db
    .insert(debtRolls)
    .select(rows)
    .onConflictDoUpdate({
      target: [debtRolls.on, debtRolls.fromBucket, debtRolls.toBucket],
      set: {
        receivables: sql`${receivables} + excluded.receivables`,
        kopecks: sql`${kopecks} + excluded.kopecks`,
        leftKopecks: sql`${leftKopecks} + excluded.left_kopecks`,
      },
    });
}

export function overdueOn({ after, upTo }: IdRange, on: string): SQL {
  const paid = sql`coalesce((select sum(s.kopecks) from settlements s join journal_entries e on e.id = s.entry_id
    where s.charge_id = c.entry_id and e."on" < ${on}), 0)`;
  return sql`select c.receivable_id as id, min(c.due_on) as oldest, sum(c.kopecks - ${paid}) as kopecks
    from charges c
    where c.receivable_id > ${after} and c.receivable_id <= ${upTo} and c.due_on < ${on}
      and (c.settled_on is null or c.settled_on >= ${on})
    group by c.receivable_id having kopecks > 0`;
}

/** By the days past the oldest due date, as `bucketOf` of the receivables has it. */
export function bucketOf(oldest: SQL, on: string): SQL {
  const days = sql`(julianday(${on}) - julianday(${oldest}))`;
  return sql`case when ${days} <= 30 then '1-30' when ${days} <= 60 then '31-60'
    when ${days} <= 90 then '61-90' else '90+' end`;
}

export function nextBucket(bucket: SQL): SQL {
  return sql`case ${bucket} when '1-30' then '31-60' when '31-60' then '61-90' when '61-90' then '90+' end`;
}

export const everyone: IdRange = { after: '', upTo: '\uffff' };

type Bucket = (typeof debtDays.$inferSelect)['bucket'];

/** The ids of those who stood in a bucket at the beginning of a date of the past, of any overdue one without it. */
export function stoodOn(on: string, bucket: Bucket | undefined): SQL {
  const isIn = bucket ? sql`${bucketOf(sql`oldest`, on)} = ${bucket}` : sql`true`;
  return sql`select id from (${overdueOn(everyone, on)}) where ${isIn}`;
}

/**
 * Of those who stood on one date the ids of those who stood in the next bucket on another, as the roll rate has it, or
 * were overdue no more.
 */
export function wentBetween(from: string, until: string, went: 'worse' | 'cured'): SQL {
  const worse = sql`later.id is not null and ${bucketOf(sql`later.oldest`, until)}
    = ${nextBucket(bucketOf(sql`earlier.oldest`, from))}`;
  return sql`select earlier.id from (${overdueOn(everyone, from)}) earlier
    left join (${overdueOn(everyone, until)}) later on later.id = earlier.id
    where ${went === 'cured' ? sql`later.id is null` : worse}`;
}

/** The earliest first of a month that was counted. */
export async function getFirstMonth(db: TenantDb): Promise<string | null> {
  const isFirst = sql`${debtDays.on} like '%-01'`;
  const [row] = await db
    .select({ on: sql<string | null>`min(${debtDays.on})` })
    .from(debtDays)
    .where(isFirst);
  return row?.on ?? null;
}

/** The days counted since a date, in their order. */
export function listDebtDays(db: TenantDb, since: string) {
  return db.select().from(debtDays).where(gte(debtDays.on, since)).orderBy(asc(debtDays.on)).all();
}

export function listDebtRolls(db: TenantDb, since: string) {
  return db.select().from(debtRolls).where(gte(debtRolls.on, since)).orderBy(asc(debtRolls.on)).all();
}
