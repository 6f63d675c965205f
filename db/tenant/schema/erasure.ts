import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ErasureGround } from '#app/features/erasure/erasure.ts';
import { subscribers } from './subscriber.ts';

/** The act: a person's data were destroyed, why, when and by whom. It outlives them. */
export const erasures = sqliteTable(
  'erasures',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    ground: text().$type<ErasureGround>().notNull(),
    /** The paper that asks for it: its number, its date, from whom. */
    paper: text().notNull(),
    /** When it was asked for, a date of the tenant's zone. */
    askedOn: text('asked_on').notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('erasures_subscriber').on(t.subscriberId)],
);

/** Of an act: how many rows of a table were deleted, emptied of what tells of him, or kept because the law says so. */
export const erasedRows = sqliteTable(
  'erased_rows',
  {
    erasureId: text('erasure_id')
      .notNull()
      .references(() => erasures.id),
    table: text().notNull(),
    deed: text({ enum: ['deleted', 'emptied', 'kept'] }).notNull(),
    rows: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.erasureId, t.table, t.deed] })],
);
