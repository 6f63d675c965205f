import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ModelCard, ModelParameters } from '#app/features/prediction/model.ts';
import type {
  Drift,
  ModelKind,
  PredictionTarget,
  TrainingOutcome,
  TrainingStage,
} from '#app/features/prediction/prediction.ts';
import { receivables } from './receivable.ts';

/** A trained model with its card. Never changed; another takes its place. */
export const models = sqliteTable(
  'models',
  {
    id: text().primaryKey(),
    target: text().$type<PredictionTarget>().notNull(),
    number: integer().notNull(),
    kind: text().$type<ModelKind>().notNull(),
    parameters: text({ mode: 'json' }).$type<ModelParameters>().notNull(),
    card: text({ mode: 'json' }).$type<ModelCard>().notNull(),
    trainedAt: integer('trained_at', { mode: 'timestamp_ms' }).notNull(),
    inForceFrom: integer('in_force_from', { mode: 'timestamp_ms' }),
    retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('models_number').on(t.target, t.number),
    uniqueIndex('models_in_force').on(t.target).where(sql`in_force_from is not null and retired_at is null`),
  ],
);

/** Every training: who asked for it, how far it is and what came of it. One at a time. */
export const modelTrainings = sqliteTable(
  'model_trainings',
  {
    id: text().primaryKey(),
    target: text().$type<PredictionTarget>().notNull(),
    /** A user id, or `worker` once a week. */
    askedBy: text('asked_by').notNull(),
    askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
    stage: text().$type<TrainingStage>().notNull(),
    /** How many charges, or lines on earlier days, it learnt from. */
    rows: integer('charges').notNull().default(0),
    outcome: text().$type<TrainingOutcome>(),
    modelId: text('model_id').references(() => models.id),
    /** How far the latest rows are from those that the model in force was made from. */
    drift: text({ mode: 'json' }).$type<Drift[]>().notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('model_trainings_open').on(t.target).where(sql`ended_at is null`),
    index('model_trainings_newest').on(t.target, t.askedAt),
  ],
);

/** How a receivable paid until now: counted forward as its charges close, so that a night need not read its whole life. */
export const paymentHabits = sqliteTable('payment_habits', {
  receivableId: text('receivable_id')
    .primaryKey()
    .references(() => receivables.id),
  charges: integer().notNull(),
  late: integer().notNull(),
  lateDays: integer('late_days').notNull(),
  /** Of the last charges, the newest first: days late, at most twelve. */
  lastDays: text('last_days', { mode: 'json' }).$type<number[]>().notNull(),
  chargedKopecks: integer('charged_kopecks').notNull(),
  firstDueOn: text('first_due_on').notNull(),
  countedUntil: text('counted_until').notNull(),
});

/** What was foretold for one due date, with what it was foretold from, and what came of it. */
export const nonpaymentForecasts = sqliteTable(
  'nonpayment_forecasts',
  {
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    dueOn: text('due_on').notNull(),
    modelId: text('model_id')
      .notNull()
      .references(() => models.id),
    probability: real().notNull(),
    reasons: text({ mode: 'json' }).$type<string[]>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    daysLate: integer('days_late'),
  },
  (t) => [
    primaryKey({ columns: [t.receivableId, t.dueOn] }),
    index('nonpayment_forecasts_by_due').on(t.dueOn, t.probability),
  ],
);
