import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NoticeKind, Told } from '#app/features/notice/notice.ts';
import { cases } from './case.ts';

/** What one person should hear of, without looking for it. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    /** What it tells of, see sourceOf: nobody is told the same twice. */
    source: text().notNull(),
    told: text({ mode: 'json' }).$type<Told>().notNull(),
    /** Empty: it is about no case, as that of a line that must work again. */
    caseId: text('case_id').references(() => cases.id),
    /** Who caused it: a user id, `subscriber` or `worker`. */
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    readAt: integer('read_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('notices_once').on(t.userId, t.kind, t.source),
    index('notices_newest').on(t.userId, t.id),
    index('notices_unread').on(t.userId, t.caseId).where(sql`read_at is null`),
    index('notices_by_source').on(t.kind, t.source),
    index('notices_by_time').on(t.at),
  ],
);
