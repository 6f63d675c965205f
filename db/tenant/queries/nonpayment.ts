import { and, asc, count, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PredictionTarget } from '#app/features/prediction/prediction.ts';
import type { TenantDb } from '../../open.ts';
import { departures } from '../schema/churn.ts';
import { models, modelTrainings } from '../schema/prediction.ts';
import { charges, journalEntries, receivables } from '../schema/receivable.ts';

export type ModelRow = typeof models.$inferSelect;

/** The model that forecasts are made by now; null: none was ever put into force. */
export async function getModelInForce(db: TenantDb, target: PredictionTarget): Promise<ModelRow | null> {
  const [row] = await db
    .select()
    .from(models)
    .where(and(eq(models.target, target), isNotNull(models.inForceFrom), isNull(models.retiredAt)))
    .limit(1);
  return row ?? null;
}

export async function getModel(db: TenantDb, id: string): Promise<ModelRow | null> {
  const [row] = await db.select().from(models).where(eq(models.id, id));
  return row ?? null;
}

/** All that were ever trained, the newest first. */
export async function listModels(db: TenantDb, target: PredictionTarget, limit: number): Promise<ModelRow[]> {
  return db.select().from(models).where(eq(models.target, target)).orderBy(desc(models.number)).limit(limit);
}

/** A due date that is still ahead and of which nothing was foretold, with how the receivable paid until now. */
export type DueRow = {
  receivableId: string;
  dueOn: string;
  kopecks: number;
  overdueSince: string | null;
  overdueKopecks: number;
  /** Null with all that follow: no charge of it was closed yet. */
  charges: number | null;
  late: number;
  lateDays: number;
  lastDays: string;
  chargedKopecks: number;
  firstDueOn: string;
  countedUntil: string;
};

/** Of the receivables behind `after` up to `upTo`; what is overdue is asked only of those where something is. */
export function listDueUnforetold(db: TenantDb, after: string, upTo: string, on: string): Promise<DueRow[]> {
  return db.all<DueRow>(sql`
    select r.id as receivableId, c.due_on as dueOn, sum(c.kopecks) as kopecks,
      case when r.oldest_due_on < ${on} then r.oldest_due_on end as overdueSince,
      case when r.oldest_due_on < ${on} then (
        select sum(o.open_kopecks) from charges o where o.receivable_id = r.id and o.due_on < ${on}
      ) else 0 end as overdueKopecks,
      h.charges, h.late, h.late_days as lateDays, h.last_days as lastDays,
      h.charged_kopecks as chargedKopecks, h.first_due_on as firstDueOn, h.counted_until as countedUntil
    from receivables r
      join charges c on c.receivable_id = r.id and c.due_on >= ${on} and c.open_kopecks > 0
      left join payment_habits h on h.receivable_id = r.id
    where r.id > ${after} and r.id <= ${upTo} and not exists (
      select 1 from nonpayment_forecasts f where f.receivable_id = r.id and f.due_on = c.due_on)
    group by r.id, c.due_on`);
}

export type TrainingRow = typeof modelTrainings.$inferSelect;

/** Whether anything was ever charged: without it there is nothing to learn from. */
export async function hasCharges(db: TenantDb): Promise<boolean> {
  const rows = await db.select({ id: charges.entryId }).from(charges).limit(1);
  return rows.length > 0;
}

/** Whether anybody is known to have left. */
export async function hasDepartures(db: TenantDb): Promise<boolean> {
  const rows = await db.select({ id: departures.id }).from(departures).limit(1);
  return rows.length > 0;
}

/** The trainings asked for last, the newest first. */
export async function listTrainings(
  db: TenantDb,
  target: PredictionTarget,
  limit: number,
): Promise<TrainingRow[]> {
  return db
    .select()
    .from(modelTrainings)
    .where(eq(modelTrainings.target, target))
    .orderBy(desc(modelTrainings.askedAt))
    .limit(limit);
}

export async function getTraining(db: TenantDb, id: string): Promise<TrainingRow | null> {
  const [row] = await db.select().from(modelTrainings).where(eq(modelTrainings.id, id));
  return row ?? null;
}

/** Receivables to learn from: all, or every so manieth where there are more than `most`. */
export async function sampleReceivables(db: TenantDb, most: number): Promise<string[]> {
  const [counted] = await db.select({ receivables: count() }).from(receivables);
  const every = Math.max(1, Math.ceil((counted?.receivables ?? 0) / most));
  const rows = await db.select({ id: receivables.id }).from(receivables).where(sql`rowid % ${every} = 0`);
  return rows.map(({ id }) => id);
}

/** What some receivables were charged and when it was settled; charges taken back, or told of after their due date, are none. */
export function listPastCharges(db: TenantDb, receivableIds: readonly string[]) {
  const { entryId, receivableId, dueOn, settledOn, kopecks } = charges;
  const isOf = sql`${receivableId} in (select value from json_each(${JSON.stringify(receivableIds)}))`;
  const isKept = sql`not exists (select 1 from journal_entries back where back.reverses = ${entryId})`;
  return db
    .select({ receivableId, issuedOn: journalEntries.on, dueOn, settledOn, kopecks })
    .from(charges)
    .innerJoin(journalEntries, eq(journalEntries.id, entryId))
    .where(and(isOf, isKept, gte(dueOn, journalEntries.on)))
    .orderBy(asc(receivableId), asc(dueOn))
    .all();
}

/** Of one month of due dates that have passed: how many were foretold, how many were to be late, how many were. */
export type MonthRow = { month: string; charges: number; foretold: number; late: number };

/** The last months, the newest first. What is still open is late. */
export function listForetoldMonths(db: TenantDb, on: string, months: number): Promise<MonthRow[]> {
  return db.all<MonthRow>(sql`
    select substr(due_on, 1, 7) as month, count(*) as charges, sum(probability) as foretold,
      sum(days_late is null or days_late > 0) as late
    from nonpayment_forecasts where due_on < ${on}
    group by month order by month desc limit ${months}`);
}

/** What is foretold of due dates that lie ahead. */
export async function summariseAhead(db: TenantDb, on: string) {
  const [row] = await db.all<{ charges: number; foretold: number }>(sql`
    select count(*) as charges, coalesce(sum(probability), 0) as foretold
    from nonpayment_forecasts where due_on >= ${on}`);
  return row ?? { charges: 0, foretold: 0 };
}
