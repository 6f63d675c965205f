import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OutreachChannel, OutreachPurpose } from '#app/features/outreach/outreach.ts';
import { cases } from './case.ts';
import { outreachAttempts } from './outreach.ts';
import { receivables } from './receivable.ts';
import { lines, subscribers } from './subscriber.ts';

/**
 * Somebody asked to be let in by a number, ours or not. The code itself is stored nowhere: it follows from the
 * row's id and the secret key.
 */
export const cabinetCodes = sqliteTable(
  'cabinet_codes',
  {
    id: text().primaryKey(),
    /** SHA-256 of what the asking browser holds: only there the code is worth anything. */
    tokenHash: text('token_hash').notNull(),
    /** Keyed hashes: they tell numbers and senders apart, not which they are. */
    numberHash: text('number_hash').notNull(),
    senderHash: text('sender_hash').notNull(),
    /** Which of the number's codes: of two that ask at once the second counts anew. */
    sequence: integer().notNull(),
    /** Empty: the number is not one of ours, and no code is right. */
    lineId: text('line_id').references(() => lines.id),
    subscriberId: text('subscriber_id').references(() => subscribers.id),
    locale: text({ enum: ['ru', 'en'] }).notNull(),
    tries: integer().notNull().default(0),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('cabinet_codes_token').on(t.tokenHash),
    uniqueIndex('cabinet_codes_sequence').on(t.numberHash, t.sequence),
    index('cabinet_codes_by_sender').on(t.senderHash, t.at),
    index('cabinet_codes_by_time').on(t.at),
  ],
);

/** An open cabinet. It ends by itself when the number it was opened by goes to somebody else. */
export const cabinetSessions = sqliteTable(
  'cabinet_sessions',
  {
    /** SHA-256 of the token in the cookie. */
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** Opens one session only, however often it is given. */
    codeId: text('code_id').notNull(),
    locale: text({ enum: ['ru', 'en'] }).notNull(),
    address: text().notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('cabinet_sessions_code').on(t.codeId),
    index('cabinet_sessions_by_subscriber').on(t.subscriberId),
    index('cabinet_sessions_by_end').on(t.expiresAt),
  ],
);

/** What reached a subscriber by the channel `cabinet`, and when he read it. */
export const cabinetNotices = sqliteTable(
  'cabinet_notices',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => outreachAttempts.id),
    purpose: text().$type<OutreachPurpose>().notNull(),
    subject: text(),
    content: text().notNull(),
    receivableId: text('receivable_id').references(() => receivables.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    readAt: integer('read_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('cabinet_notices_attempt').on(t.attemptId),
    index('cabinet_notices_newest').on(t.subscriberId, t.at),
    index('cabinet_notices_unread').on(t.subscriberId).where(sql`read_at is null`),
  ],
);

/** When a subscriber last read a conversation. */
export const cabinetReadings = sqliteTable('cabinet_readings', {
  caseId: text('case_id')
    .primaryKey()
    .references(() => cases.id),
  readAt: integer('read_at', { mode: 'timestamp_ms' }).notNull(),
});

/** How a subscriber would rather be reached. */
export const cabinetPreferences = sqliteTable('cabinet_preferences', {
  subscriberId: text('subscriber_id')
    .primaryKey()
    .references(() => subscribers.id),
  channel: text().$type<OutreachChannel>().notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});
