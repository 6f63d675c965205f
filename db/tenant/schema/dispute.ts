import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DisputeKind, DisputeState } from '#app/features/dispute/dispute.ts';
import { reviews } from './review.ts';

/** An agent disputes a revision of a review of his work. */
export const disputes = sqliteTable(
  'disputes',
  {
    id: text().primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    revision: integer().notNull(),
    kind: text().$type<DisputeKind>().notNull(),
    state: text().$type<DisputeState>().notNull(),
    comment: text().notNull(),
    raisedBy: text('raised_by').notNull(),
    raisedAt: integer('raised_at', { mode: 'timestamp_ms' }).notNull(),
    judgedBy: text('judged_by'),
    judgedAt: integer('judged_at', { mode: 'timestamp_ms' }),
    verdict: text(),
    /** Whose work it was after all. */
    movedTo: text('moved_to'),
  },
  (t) => [
    uniqueIndex('disputes_open').on(t.reviewId).where(sql`state = 'open'`),
    index('disputes_by_state').on(t.state, t.raisedAt),
    index('disputes_by_review').on(t.reviewId),
    index('disputes_by_person').on(t.raisedBy, t.raisedAt),
  ],
);

/** That a dispute was judged: of two who judge it at the same time the second one's whole batch fails. */
export const disputeEnds = sqliteTable('dispute_ends', {
  disputeId: text('dispute_id')
    .primaryKey()
    .references(() => disputes.id),
  as: text().$type<Exclude<DisputeState, 'open'>>().notNull(),
});

/** The mark the agent holds right for an item, and whether the judge does; `null` marks: it does not apply. */
export const disputeItems = sqliteTable(
  'dispute_items',
  {
    disputeId: text('dispute_id')
      .notNull()
      .references(() => disputes.id),
    itemId: text('item_id').notNull(),
    proposed: integer(),
    comment: text().notNull(),
    isAccepted: integer('is_accepted', { mode: 'boolean' }),
  },
  (t) => [primaryKey({ columns: [t.disputeId, t.itemId] })],
);
