import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cases } from './case.ts';
import { messages } from './contact.ts';

/** A public form that was sent. Its token makes one case of a form sent twice. */
export const formArrivals = sqliteTable(
  'form_arrivals',
  {
    formToken: text('form_token').primaryKey(),
    /** A keyed hash: tells senders apart, does not tell who they are. */
    senderHash: text('sender_hash').notNull(),
    caseId: text('case_id').references(() => cases.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('form_arrivals_sender').on(t.senderHash, t.at), index('form_arrivals_at').on(t.at)],
);

/**
 * A file an agent has brought for a reply. One that went with it, or was taken away again, is kept for a day:
 * it counts in what he may bring.
 */
export const uploads = sqliteTable(
  'uploads',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    type: text().notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text().notNull(),
    /** The reply it went with. */
    messageId: text('message_id').references(() => messages.id),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('uploads_of').on(t.caseId, t.at),
    index('uploads_by').on(t.userId, t.at),
    index('uploads_with').on(t.messageId).where(sql`message_id is not null`),
    index('uploads_bytes').on(t.sha256),
    index('uploads_at').on(t.at),
  ],
);
