import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StaffingTerms } from '#app/features/staffing/terms.ts';
import type { ForecastMade, WeekErrors } from '#app/features/workload/forecast-made.ts';
import type { DayKind } from '#app/features/workload/marked-day.ts';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';

/**
 * What came to a queue on a date of the tenant's zone, by half hour of elapsed time from its midnight: 48 of them, 46 or 50
 * when clocks change. What was imported for a day goes before what the desk counted.
 */
export const workloadDays = sqliteTable(
  'workload_days',
  {
    queue: text().$type<WorkQueueKey>().notNull(),
    on: text().notNull(),
    source: text({ enum: ['desk', 'import'] }).notNull(),
    contacts: text({ mode: 'json' }).$type<number[]>().notNull(),
    /** Of them, those whose handling time is known, and the sum of those times in seconds. */
    handled: text({ mode: 'json' }).$type<number[]>().notNull(),
    handlingS: text('handling_s', { mode: 'json' }).$type<number[]>().notNull(),
    notedAt: integer('noted_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.queue, t.on, t.source] }), index('workload_days_by_day').on(t.on)],
);

/** A day that people say is unlike others; `queue` empty: for every queue. */
export const markedDays = sqliteTable(
  'marked_days',
  {
    id: text().primaryKey(),
    on: text().notNull(),
    queue: text().notNull(),
    kind: text().$type<DayKind>().notNull(),
    note: text(),
    markedBy: text('marked_by').notNull(),
    markedAt: integer('marked_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('marked_days_once').on(t.on, t.queue)],
);

/** What somebody knows better than the forecast. Dates of the tenant's zone, both within; minutes of the wall clock. */
export const workloadCorrections = sqliteTable(
  'workload_corrections',
  {
    id: text().primaryKey(),
    queue: text().$type<WorkQueueKey>().notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
    /** More or less by so many per cent. */
    percent: integer().notNull(),
    reason: text().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('workload_corrections_in_force').on(t.queue, t.toOn).where(sql`undone_at is null`)],
);

/** What is foretold of a date, by half hour as in workload_days: `now` the newest, `week` the last made a week ahead. */
export const workloadForecasts = sqliteTable(
  'workload_forecasts',
  {
    queue: text().$type<WorkQueueKey>().notNull(),
    on: text().notNull(),
    lead: text({ enum: ['now', 'week'] }).notNull(),
    /** Without corrections. */
    contacts: text({ mode: 'json' }).$type<number[]>().notNull(),
    /** Seconds of one contact. */
    handlingS: text('handling_s', { mode: 'json' }).$type<number[]>().notNull(),
    /** Beyond chance, as a share of the value. */
    spread: real().notNull(),
    /** The date on which it was made: all before it was known. */
    madeOn: text('made_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.queue, t.on, t.lead] }), index('workload_forecasts_by_day').on(t.on)],
);

/** How a queue's newest forecast was made. */
export const workloadModels = sqliteTable('workload_models', {
  queue: text().$type<WorkQueueKey>().primaryKey(),
  madeOn: text('made_on').notNull(),
  made: text({ mode: 'json' }).$type<ForecastMade>().notNull(),
});

/** Week by week, from Monday, how right a forecast made a week ahead was; `replayed`: reckoned afterwards from what was known then. */
export const workloadAccuracy = sqliteTable(
  'workload_accuracy',
  {
    queue: text().$type<WorkQueueKey>().notNull(),
    weekFrom: text('week_from').notNull(),
    isReplayed: integer('is_replayed', { mode: 'boolean' }).notNull(),
    errors: text({ mode: 'json' }).$type<WeekErrors>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.queue, t.weekFrom] })],
);

export const staffingTerms = sqliteTable('staffing_terms', {
  queue: text().$type<WorkQueueKey>().primaryKey(),
  terms: text({ mode: 'json' }).$type<StaffingTerms>().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});

/** A night's work: `counting` the days, `foretelling` queue by queue, `ended`. `cursor`: the day or queue it has come to. */
export const workloadRuns = sqliteTable('workload_runs', {
  on: text().primaryKey(),
  stage: text({ enum: ['counting', 'foretelling', 'ended'] }).notNull(),
  cursor: text().notNull(),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});
