import { sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type DueRow, listDueUnforetold } from '#db/tenant/queries/nonpayment.ts';
import { nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { charges } from '#db/tenant/schema/receivable.ts';
import { type BalanceCourse, balanceFallOf, courseDays } from './balance-course.ts';
import { type NonpaymentForecast, openForecasts } from './forecast-nonpayment.ts';
import type { ModelParameters } from './model.ts';
import { featuresOf } from './nonpayment-features.ts';
import type { PaymentHabit } from './payment-habit.ts';
import { readCourses } from './read-courses.ts';

/** Which receivables, by id: those behind `after` up to and with `upTo`. */
export type Page = { after: string; upTo: string };
/** A model that forecasts, made ready once for many pages. */
export type OpenModel = { id: string; forecast(features: ArrayLike<number>): NonpaymentForecast };

export function openModel({ id, parameters }: { id: string; parameters: ModelParameters }): OpenModel {
  return { id, forecast: openForecasts(parameters) };
}

/**
 * The statements that foretell every due date of a page which lies ahead of `on` and was not foretold yet, and that
 * write down what came of those that have passed. For the batch of the night; done twice it changes nothing.
 */
export async function forecastPage(
  db: TenantDb,
  model: OpenModel,
  page: Page,
  { on, now, timeZone }: { on: string; now: Date; timeZone: string },
): Promise<Statement[]> {
  const due = await listDueUnforetold(db, page.after, page.upTo, on);
  const ids = due.map(({ receivableId }) => receivableId);
  const courses = await readCourses(db, ids, { on, timeZone, days: courseDays });
  const rows = due.map((row) => forecastRow(model, row, on, courses.get(row.receivableId)));
  return [...(rows.length > 0 ? [storeForecasts(db, model.id, rows, now)] : []), noteOutcomes(db, page, on)];
}

type ForecastRow = [receivableId: string, dueOn: string, probability: number, reasons: string[]];

function forecastRow(model: OpenModel, row: DueRow, asOf: string, course?: BalanceCourse): ForecastRow {
  const { receivableId, dueOn, overdueSince, overdueKopecks } = row;
  const balanceFall = course ? balanceFallOf(course, 0) : null;
  const facts = { asOf, overdueSince, overdueKopecks, balanceFall };
  const { probability, reasons } = model.forecast(featuresOf(habitOf(row), row, facts));
  return [receivableId, dueOn, Math.round(probability * 1e4) / 1e4, reasons];
}

function habitOf(row: DueRow): PaymentHabit | null {
  if (row.charges === null) return null;
  return { ...row, charges: row.charges, lastDays: JSON.parse(row.lastDays) as number[] };
}

/** One parameter for all rows: a thousand of them bound one by one take ten times as long. */
function storeForecasts(db: TenantDb, modelId: string, rows: ForecastRow[], now: Date): Statement {
  const each = sql`select value ->> 0, value ->> 1, ${modelId}, value ->> 2, value -> 3, ${now.getTime()}, null
    from json_each(${JSON.stringify(rows)}) where true`;
  return db.insert(nonpaymentForecasts).select(each).onConflictDoNothing();
}

/** How late what was foretold was paid; a due date is settled once nothing of it is open. */
function noteOutcomes(db: TenantDb, { after, upTo }: Page, on: string): Statement {
  const { receivableId, dueOn, daysLate } = nonpaymentForecasts;
  const own = sql`${charges.receivableId} = ${receivableId} and ${charges.dueOn} = ${dueOn}`;
  const settled = sql`(select cast(julianday(max(${charges.settledOn})) - julianday(${dueOn}) as integer)
    from ${charges} where ${own} having count(*) = count(${charges.settledOn}))`;
  return db
    .update(nonpaymentForecasts)
    .set({ daysLate: settled })
    .where(
      sql`${receivableId} > ${after} and ${receivableId} <= ${upTo} and ${daysLate} is null and ${dueOn} < ${on}`,
    );
}
