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

/** What a contract counts as churn. Dated: the newest that has begun holds; one for an account goes before that for all. */
export const churnDefinitions = sqliteTable(
  'churn_definitions',
  {
    id: text().primaryKey(),
    from: text().notNull(),
    /** The contract with a carrier it is for; empty: every one that has none of its own. */
    carrierAccountId: text('carrier_account_id').notNull().default(''),
    kinds: text({ mode: 'json' }).$type<DepartureKind[]>().notNull(),
    /** So many days without traffic are a departure. */
    silentDays: integer('silent_days').notNull(),
    setBy: text('set_by').notNull(),
    setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('churn_definitions_from').on(t.from, t.carrierAccountId)],
);

/** When a line joined the base, and the last date of which traffic is known. Dates of the tenant's zone. */
export const lineLives = sqliteTable(
  'line_lives',
  {
    lineId: text('line_id')
      .primaryKey()
      .references(() => lines.id),
    joinedOn: text('joined_on').notNull(),
    lastActiveOn: text('last_active_on'),
  },
  (t) => [
    index('line_lives_joined').on(t.joinedOn),
    index('line_lives_active').on(t.lastActiveOn).where(sql`last_active_on is not null`),
  ],
);

/**
 * How many lines joined on a day, or left on it in the same way, in all, by carrier and by plan: what the active base is
 * told by, whatever the number of lines. Triggers keep it. A cell may come to nothing.
 */
export const baseCells = sqliteTable(
  'base_cells',
  {
    by: text({ enum: ['all', 'carrier', 'tariff'] }).notNull(),
    what: text().$type<'joined' | DepartureKind>().notNull(),
    key: text().notNull(),
    on: text().notNull(),
    /** Of departures. */
    carrierAccountId: text('carrier_account_id').notNull(),
    /** Of departures; empty: has not come back. */
    returnedOn: text('returned_on').notNull(),
    lines: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.by, t.what, t.on, t.key, t.carrierAccountId, t.returnedOn] })],
);

/** What a line paid for in a month and what it used of it, as the client's billing tells. */
export const lineUsage = sqliteTable(
  'line_usage',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** `2026-10`. */
    month: text().notNull(),
    feeKopecks: integer('fee_kopecks').notNull(),
    minutes: integer().notNull(),
    megabytes: integer().notNull(),
    messages: integer().notNull().default(0),
    toldAt: integer('told_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.month] }), index('line_usage_told').on(t.toldAt)],
);

/** As it was told of each day; its month in `line_usage` is the sum of these. */
export const lineUsageDays = sqliteTable(
  'line_usage_days',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** A date: `2026-10-31`. */
    on: text().notNull(),
    feeKopecks: integer('fee_kopecks').notNull(),
    minutes: integer().notNull(),
    megabytes: integer().notNull(),
    messages: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.on] })],
);

/** A night's scoring: `marking` who is to be scored, `scoring` them, `ended`. */
export const churnRuns = sqliteTable('churn_runs', {
  on: text().primaryKey(),
  modelId: text('model_id').notNull(),
  scope: text({ enum: ['all', 'changed'] }).notNull(),
  stage: text({ enum: ['marking', 'scoring', 'ended'] }).notNull(),
  /** Of the marking: the line it has come to. */
  cursor: text().notNull(),
  scored: integer().notNull(),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});

/** The lines that are still to be scored; each goes out with the batch that writes its score. */
export const churnDue = sqliteTable('churn_due', { lineId: text('line_id').primaryKey() });
