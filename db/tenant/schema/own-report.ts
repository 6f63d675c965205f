import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OwnDefinition, Sharing } from '#app/features/own-report/own-report.ts';

/** A report that somebody put together. Its numbers are counted whenever it is looked at. */
export const ownReports = sqliteTable(
  'own_reports',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    definition: text({ mode: 'json' }).$type<OwnDefinition>().notNull(),
    sharing: text().$type<Sharing>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
    removedBy: text('removed_by'),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('own_reports_by_time').on(t.changedAt)],
);
