import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CardContent } from '#app/features/scorecard/scorecard.ts';

export const scorecards = sqliteTable(
  'scorecards',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** Nothing new is reviewed by it; what was, stays readable. */
    retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('scorecards_title').on(t.title)],
);

/** What a card asks from a moment on. Without one it is a draft; once it holds it is never changed again. */
export const cardVersions = sqliteTable(
  'card_versions',
  {
    cardId: text('card_id')
      .notNull()
      .references(() => scorecards.id),
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<CardContent>().notNull(),
    holdsFrom: integer('holds_from', { mode: 'timestamp_ms' }),
    changedBy: text('changed_by').notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.cardId, t.version] })],
);
