import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The names of a carrier's options and tariffs, as its catalogue gave them when somebody last looked. */
export const catalogueItems = sqliteTable(
  'catalogue_items',
  {
    carrier: text().notNull(),
    type: text({ enum: ['option', 'tariff'] }).notNull(),
    code: text().notNull(),
    name: text().notNull(),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.type, t.code] })],
);
