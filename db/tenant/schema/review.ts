import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ReviewNote, RevisionCause, Selection, SubjectType } from '#app/features/review/review.ts';
import type { Answers } from '#app/features/scorecard/scorecard.ts';
import { sampleDraws } from './sample.ts';
import { cardVersions, scorecards } from './scorecard.ts';

/** Something that waits for a reviewer. */
export const reviewTasks = sqliteTable(
  'review_tasks',
  {
    id: text().primaryKey(),
    /** The draw it came of; without one it was asked for. */
    drawId: text('draw_id').references(() => sampleDraws.id),
    subjectType: text('subject_type').$type<SubjectType>().notNull(),
    subjectId: text('subject_id').notNull(),
    /** Whose work it is. */
    agentId: text('agent_id').notNull(),
    /** When the work was done: the review counts for that day. */
    occurredAt: integer('occurred_at', { mode: 'timestamp_ms' }).notNull(),
    /** The channel of the work, or `request`: who is compared, is compared within the same. */
    queue: text().notNull(),
    selection: text().$type<Selection>().notNull(),
    isBlind: integer('is_blind', { mode: 'boolean' }).notNull(),
    cardId: text('card_id')
      .notNull()
      .references(() => scorecards.id),
    state: text({ enum: ['open', 'reviewed', 'replaced'] }).notNull(),
    /** The reviewer who took it. */
    reviewerId: text('reviewer_id'),
    /** Why it was asked for. */
    reason: text(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('review_tasks_draw').on(t.drawId, t.subjectId).where(sql`draw_id is not null`),
    index('review_tasks_open').on(t.id).where(sql`state = 'open'`),
    index('review_tasks_subject').on(t.subjectId),
  ],
);

/** How a task ended. It ends once: of two who end it at the same time the second one's whole batch fails. */
export const reviewTaskEnds = sqliteTable('review_task_ends', {
  taskId: text('task_id')
    .primaryKey()
    .references(() => reviewTasks.id),
  as: text({ enum: ['reviewed', 'replaced'] }).notNull(),
});

/** One scored piece of work, as it stands now. Only marks are kept: the score is computed from them and the card. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text().primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => reviewTasks.id),
    revision: integer().notNull(),
    subjectType: text('subject_type').$type<SubjectType>().notNull(),
    subjectId: text('subject_id').notNull(),
    agentId: text('agent_id').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    cardId: text('card_id').notNull(),
    cardVersion: integer('card_version').notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    selection: text().$type<Selection>().notNull(),
    isBlind: integer('is_blind', { mode: 'boolean' }).notNull(),
    queue: text().notNull(),
    occurredAt: integer('occurred_at', { mode: 'timestamp_ms' }).notNull(),
    reviewedAt: integer('reviewed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('reviews_task').on(t.taskId),
    foreignKey({
      columns: [t.cardId, t.cardVersion],
      foreignColumns: [cardVersions.cardId, cardVersions.version],
    }),
    index('reviews_by_agent').on(t.agentId, t.occurredAt),
    index('reviews_by_day').on(t.occurredAt),
    index('reviews_by_reviewer').on(t.reviewerId, t.reviewedAt),
    index('reviews_by_subject').on(t.subjectId),
    index('reviews_by_card').on(t.cardId, t.cardVersion),
  ],
);

/** Every state of a review, the first included. The key makes a lost race fail the whole batch. */
export const reviewRevisions = sqliteTable(
  'review_revisions',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    revision: integer().notNull(),
    cause: text().$type<RevisionCause>().notNull(),
    agentId: text('agent_id').notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.revision] })],
);

/** What the reviewer said: about an item, at a second of the recording, or of the whole. */
export const reviewNotes = sqliteTable(
  'review_notes',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    place: integer().notNull(),
    text: text().notNull(),
    itemId: text('item_id'),
    atSecond: integer('at_second'),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.place] })],
);

/** What a reviewer has begun, as last heard from his page. */
export const reviewDrafts = sqliteTable(
  'review_drafts',
  {
    userId: text('user_id').notNull(),
    taskId: text('task_id')
      .notNull()
      .references(() => reviewTasks.id),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    notes: text({ mode: 'json' }).$type<ReviewNote[]>().notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.taskId] })],
);

/** Who opened whose work for review, and who played its recording. */
export const listenings = sqliteTable(
  'listenings',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    taskId: text('task_id')
      .notNull()
      .references(() => reviewTasks.id),
    what: text({ enum: ['opened', 'played'] }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('listenings_task').on(t.taskId, t.at), index('listenings_user').on(t.userId, t.at)],
);
