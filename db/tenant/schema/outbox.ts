import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Work to be done, written in the same batch as the fact that calls for it. The relay admits due rows to
 * the queue; a row is deleted when its work is done, so what is lost in the queue is admitted again.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    queue: text().notNull(),
    payload: text({ mode: 'json' }).notNull(),
    /** What is bounded together: the carrier account, or the queue's own name. */
    gate: text().notNull(),
    lane: text({ enum: ['interactive', 'bulk'] }).notNull(),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    admittedAt: integer('admitted_at', { mode: 'timestamp_ms' }),
    attempts: integer().notNull().default(0),
    /** Set when attempts ran out: parked for a person, with the reason. */
    parkedReason: text('parked_reason'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('outbox_waiting')
      .on(t.gate, t.lane, t.dueAt)
      .where(sql`admitted_at is null and parked_reason is null`),
    index('outbox_admitted').on(t.gate, t.admittedAt).where(sql`admitted_at is not null`),
  ],
);
