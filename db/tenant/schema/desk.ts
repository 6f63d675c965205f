import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    /** Whose list it narrows. */
    area: text({ enum: ['request', 'case'] })
      .notNull()
      .default('request'),
    /** Shown to everybody at this client company. */
    isShared: integer('is_shared', { mode: 'boolean' }).notNull().default(false),
    name: text().notNull(),
    /** The query string of the list, without its cursor. */
    query: text().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.userId, t.area, t.name)],
);

/** Who opened whose full number or personal data, and why. */
export const accessLog = sqliteTable(
  'access_log',
  {
    id: text().primaryKey(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    userId: text('user_id').notNull(),
    subscriberId: text('subscriber_id').notNull(),
    field: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [index('access_log_subscriber').on(t.subscriberId, t.at)],
);

/** Counters handed out in a write batch, such as the next request number. */
export const counters = sqliteTable('counters', {
  name: text().primaryKey(),
  value: integer().notNull(),
});
