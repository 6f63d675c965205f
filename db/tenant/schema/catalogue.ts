import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A carrier's options and tariffs, as its catalogue or a price list gave them when somebody last looked. */
export const catalogueItems = sqliteTable(
  'catalogue_items',
  {
    carrier: text().notNull(),
    type: text({ enum: ['option', 'tariff'] }).notNull(),
    code: text().notNull(),
    name: text().notNull(),
    /** Kopecks. `null`: neither the carrier nor a price list has said. */
    feeOnceKopecks: integer('fee_once_kopecks'),
    feeMonthKopecks: integer('fee_month_kopecks'),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.type, t.code] })],
);
