import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DepartureKind, LeavingReason, RiskBand } from '#app/features/churn/churn.ts';
import { models } from './prediction.ts';
import { lines } from './subscriber.ts';

/** A line that left the active base, and when it came back. Dates are of the tenant's zone. */
export const departures = sqliteTable(
  'departures',
  {
    id: text().primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    kind: text().$type<DepartureKind>().notNull(),
    on: text().notNull(),
    reason: text().$type<LeavingReason>().notNull(),
    note: text(),
    returnedOn: text('returned_on'),
    /** A user id, `worker`, or the name of the import. */
    notedBy: text('noted_by').notNull(),
    notedAt: integer('noted_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('departures_open').on(t.lineId).where(sql`returned_on is null`),
    index('departures_by_line').on(t.lineId, t.on),
    index('departures_by_day').on(t.on, t.kind),
  ],
);

/** The newest forecast that a line leaves, with what it was made from. */
export const churnScores = sqliteTable(
  'churn_scores',
  {
    lineId: text('line_id')
      .primaryKey()
      .references(() => lines.id),
    on: text().notNull(),
    modelId: text('model_id')
      .notNull()
      .references(() => models.id),
    probability: real().notNull(),
    band: text().$type<RiskBand>().notNull(),
    /** Names of features or groups of them, the strongest first. */
    reasons: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** In the order of the model's columns; null: missing. */
    inputs: text({ mode: 'json' }).$type<(number | null)[]>().notNull(),
  },
  (t) => [index('churn_scores_by_probability').on(t.probability, t.lineId)],
);

/** What was foretold before: a row wherever the forecast moved. */
export const churnScoreHistory = sqliteTable(
  'churn_score_history',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    on: text().notNull(),
    modelId: text('model_id').notNull(),
    probability: real().notNull(),
    band: text().$type<RiskBand>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.on] })],
);
