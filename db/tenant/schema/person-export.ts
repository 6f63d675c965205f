import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ExportFilter, ExportFormat, ExportList } from '#app/features/person-export/person-export.ts';

/** A file with persons that somebody took: who, what, how much and why. Whom it held stands in the access log. */
export const personExports = sqliteTable(
  'person_exports',
  {
    id: text().primaryKey(),
    list: text().$type<ExportList>().notNull(),
    format: text().$type<ExportFormat>().notNull(),
    filter: text({ mode: 'json' }).$type<ExportFilter>().notNull(),
    reason: text().notNull(),
    rows: integer().notNull(),
    people: integer().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('person_exports_by_time').on(t.at)],
);
