import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CoachingOutcome, CoachingState } from '#app/features/coaching/coaching.ts';
import { reviews } from './review.ts';

/** What an agent is to practise, by when, and the day on which somebody looks again. */
export const coachingTasks = sqliteTable(
  'coaching_tasks',
  {
    id: text().primaryKey(),
    agentId: text('agent_id').notNull(),
    /** The review it follows from, and the item it is about. */
    reviewId: text('review_id').references(() => reviews.id),
    itemId: text('item_id'),
    goal: text().notNull(),
    /** Dates of the centre's zone. */
    dueOn: text('due_on').notNull(),
    recheckOn: text('recheck_on').notNull(),
    state: text().$type<CoachingState>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    doneAt: integer('done_at', { mode: 'timestamp_ms' }),
    recheckedBy: text('rechecked_by'),
    recheckedAt: integer('rechecked_at', { mode: 'timestamp_ms' }),
    outcome: text().$type<CoachingOutcome>(),
    finding: text(),
  },
  (t) => [
    index('coaching_by_agent').on(t.agentId, t.state),
    index('coaching_by_recheck').on(t.state, t.recheckOn),
  ],
);
