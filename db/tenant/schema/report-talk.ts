import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AnnotationKind } from '#app/features/annotation/annotation.ts';
import { cases } from './case.ts';

/** What happened to the service, told on every chart of its time. Dates are of the tenant's zone. */
export const annotations = sqliteTable(
  'annotations',
  {
    id: text().primaryKey(),
    on: text().notNull(),
    /** The last day of it; empty: one day. */
    until: text(),
    kind: text().$type<AnnotationKind>().notNull(),
    text: text().notNull(),
    /** The trouble it was made of. */
    incidentId: text('incident_id'),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    removedBy: text('removed_by'),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    index('annotations_by_day').on(t.on).where(sql`removed_at is null`),
    uniqueIndex('annotations_of_incident').on(t.incidentId).where(sql`removed_at is null`),
  ],
);

/** What the client company asked about a number, and what it was told. The work on it is a case. */
export const figureQuestions = sqliteTable(
  'figure_questions',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    metric: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    /** The page it was asked on, under the client company's own address. */
    page: text().notNull(),
    question: text().notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
    answer: text(),
    answeredBy: text('answered_by'),
    answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('figure_questions_by_time').on(t.askedAt)],
);
