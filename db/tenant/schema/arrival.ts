import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cases } from './case.ts';

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

/** A file an agent has brought for a reply that is not sent yet. */
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
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('uploads_of').on(t.caseId, t.userId), index('uploads_at').on(t.at)],
);
