import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const buckets = ['current', '1-30', '31-60', '61-90', '90+'] as const;

/** What was overdue at the beginning of a date of the tenant's zone, by the age of each receivable's oldest debt. */
export const debtDays = sqliteTable(
  'debt_days',
  {
    on: text().notNull(),
    bucket: text({ enum: buckets }).notNull(),
    receivables: integer().notNull(),
    kopecks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.on, t.bucket] })],
);

/** Where the debts of one date stood a month later; `on` is the later date, the first of a month. */
export const debtRolls = sqliteTable(
  'debt_rolls',
  {
    on: text().notNull(),
    fromBucket: text('from_bucket', { enum: buckets }).notNull(),
    toBucket: text('to_bucket', { enum: buckets }).notNull(),
    receivables: integer().notNull(),
    /** As they were on the earlier date, and what of that was still owed on the later one. */
    kopecks: integer().notNull(),
    leftKopecks: integer('left_kopecks').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.on, t.fromBucket, t.toBucket] })],
);
