import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { QuestionKind, TestInput } from '#app/features/admission/admission.ts';
import type { Mark } from '#app/features/admission/plan-marks.ts';
import { articles } from './knowledge.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** A question of the bank; what it asks is in its versions. */
export const admissionQuestions = sqliteTable('admission_questions', {
  id: text().primaryKey(),
  /** The latest. */
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  /** Asked no more, and a point to whoever was asked it. */
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
  withdrawnReason: text('withdrawn_reason'),
});

/** One row a change, never altered: attempts show what was asked then. */
export const admissionQuestionVersions = sqliteTable(
  'admission_question_versions',
  {
    questionId: text('question_id')
      .notNull()
      .references(() => admissionQuestions.id),
    version: integer().notNull(),
    /** `null`: asked whatever the carrier is. */
    carrier: text(),
    topic: text().notNull(),
    kind: text().$type<QuestionKind>().notNull(),
    body: text().notNull(),
    options: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** As in QuestionInput: places of the right options, or a number and its tolerance. */
    key: text({ mode: 'json' }).$type<number[]>().notNull(),
    explanation: text().notNull(),
    articleId: text('article_id').references(() => articles.id),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.version] }),
    index('admission_questions_article').on(t.articleId),
  ],
);

/** What must be passed for a carrier. A version is never changed: the next one follows it. */
export const admissionTests = sqliteTable(
  'admission_tests',
  {
    carrier: text().notNull(),
    version: integer().notNull(),
    parts: text({ mode: 'json' }).$type<TestInput['parts']>().notNull(),
    minutes: integer().notNull(),
    passPercent: integer('pass_percent').notNull(),
    coolOffHours: integer('cool_off_hours').notNull(),
    validDays: integer('valid_days').notNull(),
    graceDays: integer('grace_days').notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
    setAt: instant('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.version] })],
);

/** One person's try at one test. At most one of a test is open: opened again, it is the same. */
export const admissionAttempts = sqliteTable(
  'admission_attempts',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    carrier: text().notNull(),
    testVersion: integer('test_version').notNull(),
    /** Which of his attempts at this test, from 1. */
    number: integer().notNull(),
    /** Draws the same questions of the same bank. */
    seed: integer().notNull(),
    startedAt: instant('started_at').notNull(),
    /** What is answered later is refused. */
    deadlineAt: instant('deadline_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    uniqueIndex('admission_attempts_number').on(t.userId, t.carrier, t.number),
    uniqueIndex('admission_attempts_open').on(t.userId, t.carrier).where(sql`closed_at is null`),
    foreignKey({
      columns: [t.carrier, t.testVersion],
      foreignColumns: [admissionTests.carrier, admissionTests.version],
    }),
  ],
);

/** What was drawn for an attempt, in the order shown. */
export const admissionItems = sqliteTable(
  'admission_items',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => admissionAttempts.id),
    position: integer().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    optionOrder: text('option_order', { mode: 'json' }).$type<number[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.position] }),
    index('admission_items_question').on(t.questionId, t.attemptId),
    foreignKey({
      columns: [t.questionId, t.questionVersion],
      foreignColumns: [admissionQuestionVersions.questionId, admissionQuestionVersions.version],
    }),
  ],
);

/** The answer as it was last saved while the attempt was open. */
export const admissionAnswers = sqliteTable(
  'admission_answers',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => admissionAttempts.id),
    position: integer().notNull(),
    /** Places of the chosen options as the question has them, or the number. */
    given: text({ mode: 'json' }).$type<number[]>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.position] })],
);

/** The ledger of marks: rows are added, never changed. What an attempt earned is the sum. */
export const admissionMarks = sqliteTable(
  'admission_marks',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => admissionAttempts.id),
    position: integer().notNull(),
    entry: integer().notNull(),
    kind: text().$type<Mark['kind']>().notNull(),
    reversesSeq: integer('reverses_seq').references((): AnySQLiteColumn => admissionMarks.seq),
    earned: integer().notNull(),
    reason: text().$type<Mark['reason']>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('admission_marks_entry').on(t.attemptId, t.position, t.entry),
    uniqueIndex('admission_marks_reverses').on(t.reversesSeq).where(sql`reverses_seq is not null`),
  ],
);

/** Who may be given work of a carrier, by which attempt, until when. Once given it is not taken back. */
export const admissionPasses = sqliteTable(
  'admission_passes',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => admissionAttempts.id),
    userId: text('user_id').notNull(),
    carrier: text().notNull(),
    /** When the attempt began: what its person knew then. */
    takenAt: instant('taken_at').notNull(),
    validUntil: instant('valid_until').notNull(),
    givenAt: instant('given_at').notNull(),
    /** Given later, when a question was withdrawn; he is told until he has seen it. */
    isByRemark: integer('is_by_remark', { mode: 'boolean' }).notNull(),
    seenAt: instant('seen_at'),
  },
  (t) => [index('admission_passes_user').on(t.userId, t.carrier)],
);
