import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Channel, ContactResult, Direction } from '#app/features/contact/contact.ts';
import type { MacroActions } from '#app/features/macro/macro.ts';
import { cases, topics } from './case.ts';
import { lines, subscribers } from './subscriber.ts';

/** One interaction in a channel. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey(),
    caseId: text('case_id').references(() => cases.id),
    channel: text().$type<Channel>().notNull(),
    direction: text().$type<Direction>().notNull(),
    subscriberId: text('subscriber_id').references(() => subscribers.id),
    lineId: text('line_id').references(() => lines.id),
    /** Where it came from or went to: an E.164 number, an e-mail address, a visitor's id. */
    address: text(),
    agentId: text('agent_id'),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    /** How long it waited, was spoken, held and wrapped up, where the channel tells. */
    waitMs: integer('wait_ms'),
    talkMs: integer('talk_ms'),
    holdMs: integer('hold_ms'),
    wrapMs: integer('wrap_ms'),
    recordingUrl: text('recording_url'),
    result: text().$type<ContactResult>(),
    topicId: text('topic_id').references(() => topics.id),
    isSolvedAtFirst: integer('is_solved_at_first', { mode: 'boolean' }),
    /** The channel's own name for it: the same call or mail told twice is one contact. */
    externalId: text('external_id'),
    /** Made with the form: the same form sent twice makes one contact. */
    formToken: text('form_token'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('contacts_external').on(t.channel, t.externalId),
    uniqueIndex('contacts_form_token').on(t.formToken),
    index('contacts_by_case').on(t.caseId, t.id),
    index('contacts_by_subscriber').on(t.subscriberId, t.id),
    index('contacts_by_agent').on(t.agentId, t.startedAt),
    index('contacts_by_start').on(t.startedAt),
    index('contacts_carried').on(t.address, t.startedAt).where(sql`channel in ('chat', 'messenger')`),
  ],
);

/**
 * Something written in a case. A reply is `held` while it can be taken back, `sending` from the moment the
 * channel is spoken to, `sent` once it took the reply; `unconfirmed`: it broke off, and nobody knows.
 */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    contactId: text('contact_id').references(() => contacts.id),
    kind: text({ enum: ['inbound', 'reply', 'note'] }).notNull(),
    channel: text().$type<Channel>(),
    /** A user id, or `subscriber`. */
    author: text().notNull(),
    body: text().notNull(),
    state: text({ enum: ['held', 'sending', 'sent', 'unconfirmed', 'failed', 'withdrawn'] }).notNull(),
    /** What becomes of the case when the reply is out; empty: one that waits goes on waiting. */
    nextState: text('next_state', { enum: ['open', 'waiting', 'solved'] }),
    /** When a held reply goes, if nobody takes it back. */
    sendAt: integer('send_at', { mode: 'timestamp_ms' }),
    /** When somebody took it for sending: within his lease it is his alone. */
    claimedAt: integer('claimed_at', { mode: 'timestamp_ms' }),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    failure: text(),
    /** The channel's own name for it, such as the Message-ID of a mail. */
    externalId: text('external_id'),
    formToken: text('form_token'),
    /** Colleagues it names. */
    mentions: text({ mode: 'json' }).$type<string[]>(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('messages_external').on(t.channel, t.externalId),
    uniqueIndex('messages_form_token').on(t.formToken),
    index('messages_by_case').on(t.caseId, t.id),
    index('messages_held').on(t.sendAt).where(sql`state = 'held'`),
  ],
);

/** A file that came or goes with a message. Its bytes lie in the data folder, under its SHA-256. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: text().primaryKey(),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    name: text().notNull(),
    /** What the content is, not what it was said to be. */
    type: text().notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text(),
    /** Why it was not kept: too large, or of a kind that is not taken. */
    refusedReason: text('refused_reason'),
  },
  (t) => [index('attachments_message').on(t.messageId), index('attachments_bytes').on(t.sha256)],
);

/** What a person has begun to write in a case, as last heard from his page. */
export const drafts = sqliteTable(
  'drafts',
  {
    userId: text('user_id').notNull(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text({ enum: ['reply', 'note'] }).notNull(),
    body: text().notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId, t.kind] })],
);

/** A ready answer or a macro: text with variables, and what else it does to the case. */
export const macros = sqliteTable(
  'macros',
  {
    id: text().primaryKey(),
    /** Whose it is; empty: everybody's. */
    ownerId: text('owner_id'),
    title: text().notNull(),
    body: text().notNull(),
    actions: text({ mode: 'json' }).$type<MacroActions>().notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('macros_own_title').on(t.ownerId, t.title).where(sql`owner_id is not null`),
    uniqueIndex('macros_title').on(t.title).where(sql`owner_id is null`),
  ],
);
