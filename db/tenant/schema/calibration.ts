import { foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SubjectType } from '#app/features/review/review.ts';
import type { Answers } from '#app/features/scorecard/scorecard.ts';
import { cardVersions } from './scorecard.ts';

/** Several reviewers score the same work by one card, each without seeing the others. */
export const calibrations = sqliteTable(
  'calibrations',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    cardId: text('card_id').notNull(),
    cardVersion: integer('card_version').notNull(),
    /** Whose marks the others are measured by. */
    referenceBy: text('reference_by').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** From then on everybody sees everybody's marks, and nobody gives more. */
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    foreignKey({
      columns: [t.cardId, t.cardVersion],
      foreignColumns: [cardVersions.cardId, cardVersions.version],
    }),
  ],
);

export const calibrationSubjects = sqliteTable(
  'calibration_subjects',
  {
    calibrationId: text('calibration_id')
      .notNull()
      .references(() => calibrations.id),
    subjectId: text('subject_id').notNull(),
    subjectType: text('subject_type').$type<SubjectType>().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.calibrationId, t.subjectId] })],
);

/** What one reviewer marked; given once. */
export const calibrationAnswers = sqliteTable(
  'calibration_answers',
  {
    calibrationId: text('calibration_id').notNull(),
    subjectId: text('subject_id').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.calibrationId, t.subjectId, t.reviewerId] }),
    foreignKey({
      columns: [t.calibrationId, t.subjectId],
      foreignColumns: [calibrationSubjects.calibrationId, calibrationSubjects.subjectId],
    }),
  ],
);

/** What of a calibration the client company is let see. Recordings are shared on their own, and never without the work. */
export const calibrationShares = sqliteTable(
  'calibration_shares',
  {
    calibrationId: text('calibration_id')
      .notNull()
      .references(() => calibrations.id),
    what: text({ enum: ['work', 'recordings'] }).notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.calibrationId, t.what] })],
);
