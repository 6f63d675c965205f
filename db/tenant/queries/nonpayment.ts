import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PredictionTarget } from '#app/features/prediction/prediction.ts';
import type { TenantDb } from '../../open.ts';
import { models } from '../schema/prediction.ts';

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
