import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Candidate } from '#app/features/review/draw-sample.ts';
import type { PlanFilter, PlanRhythm, PlanSize } from '#app/features/review/sample-plan.ts';
import { scorecards } from './scorecard.ts';

/** What is drawn for review, again and again. */
export const samplePlans = sqliteTable(
  'sample_plans',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    selection: text({ enum: ['random', 'stratified', 'targeted'] }).notNull(),
    filter: text({ mode: 'json' }).$type<PlanFilter>().notNull(),
    size: text({ mode: 'json' }).$type<PlanSize>().notNull(),
    cardId: text('card_id')
      .notNull()
      .references(() => scorecards.id),
    /** The reviewer is not told whose work it is. */
    isBlind: integer('is_blind', { mode: 'boolean' }).notNull(),
    /** How often it is drawn by itself; nothing: when somebody draws it. */
    rhythm: text().$type<PlanRhythm>(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('sample_plans_title').on(t.title).where(sql`retired_at is null`)],
);

/** One draw of a plan: by the seed and the candidates anybody can draw it again. */
export const sampleDraws = sqliteTable(
  'sample_draws',
  {
    id: text().primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => samplePlans.id),
    /** Which of the plan's draws: two at once cannot both be the third. */
    sequence: integer().notNull(),
    seed: integer().notNull(),
    /** Dates of the centre's zone, `to` excluded. */
    from: text().notNull(),
    to: text().notNull(),
    candidates: text({ mode: 'json' }).$type<Candidate[]>().notNull(),
    drawnCount: integer('drawn_count').notNull(),
    drawnBy: text('drawn_by').notNull(),
    drawnAt: integer('drawn_at', { mode: 'timestamp_ms' }).notNull(),
    /** The first day of the week or month that drew itself: each does once. */
    period: text(),
  },
  (t) => [
    uniqueIndex('sample_draws_sequence').on(t.planId, t.sequence),
    uniqueIndex('sample_draws_period').on(t.planId, t.period).where(sql`period is not null`),
  ],
);

/** What was drawn and could not be reviewed: the next of the reserve stands in for it, and nobody chooses which. */
export const sampleReplacements = sqliteTable(
  'sample_replacements',
  {
    drawId: text('draw_id')
      .notNull()
      .references(() => sampleDraws.id),
    sequence: integer().notNull(),
    subjectId: text('subject_id').notNull(),
    insteadId: text('instead_id').notNull(),
    stratum: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.drawId, t.sequence] }),
    uniqueIndex('sample_replacements_subject').on(t.drawId, t.subjectId),
    index('sample_replacements_by').on(t.by, t.at),
  ],
);
