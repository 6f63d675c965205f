import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A month as it was when it was closed, and as it was corrected later: rows are added, never changed. */
export const closedMonths = sqliteTable(
  'closed_months',
  {
    /** Its place in the chain, from 1 without a gap. */
    place: integer().primaryKey(),
    /** `2026-10`, of the tenant's zone. */
    month: text().notNull(),
    /** 1 as it was closed; each later one is a correction with its reason. */
    revision: integer().notNull(),
    /** Canonical JSON of a MonthSnapshot: the very text that was hashed. */
    snapshot: text().notNull(),
    reason: text(),
    closedBy: text('closed_by').notNull(),
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }).notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
    signature: text().notNull(),
  },
  (t) => [uniqueIndex('closed_months_once').on(t.month, t.revision)],
);
