import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ArrivalFlag, ArrivalState } from '#app/features/mail/mail.ts';
import { cases } from './case.ts';
import { messages } from './contact.ts';

/** Up to where a folder of the mailbox was read. A new `uidValidity` means that its numbers start anew. */
export const mailCursors = sqliteTable('mail_cursors', {
  folder: text().primaryKey(),
  uidValidity: text('uid_validity').notNull(),
  lastUid: integer('last_uid').notNull(),
  readAt: integer('read_at', { mode: 'timestamp_ms' }).notNull(),
});

/** A mail as it arrived. Its bytes are kept under `sha256`, whatever became of it. */
export const mailArrivals = sqliteTable(
  'mail_arrivals',
  {
    id: text().primaryKey(),
    /** Of the whole mail; of one that was too large to take, of its head. */
    sha256: text().notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    state: text().$type<ArrivalState>().notNull(),
    /** Why it is not in a case. */
    reason: text(),
    flags: text({ mode: 'json' }).$type<ArrivalFlag[]>().notNull(),
    fromAddress: text('from_address'),
    subject: text(),
    caseId: text('case_id').references(() => cases.id),
    messageId: text('message_id').references(() => messages.id),
    arrivedAt: integer('arrived_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('mail_arrivals_once').on(t.sha256),
    index('mail_arrivals_by_state').on(t.state, t.id),
    index('mail_arrivals_message').on(t.messageId),
    index('mail_arrivals_sender').on(t.fromAddress, t.arrivedAt),
  ],
);
