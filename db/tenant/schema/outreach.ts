import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ContactLimits } from '#app/features/outreach/contact-limits.ts';
import type {
  BarKind,
  LegalMode,
  OutreachChannel,
  OutreachPurpose,
} from '#app/features/outreach/outreach.ts';
import { receivables } from './receivable.ts';
import { lines, subscribers } from './subscriber.ts';

/** As whom the tenant's project speaks, and within which limits. Dated: the newest that has begun holds. */
export const contactRules = sqliteTable(
  'contact_rules',
  {
    id: text().primaryKey(),
    from: integer({ mode: 'timestamp_ms' }).notNull(),
    mode: text().$type<LegalMode>().notNull(),
    /** Of a registered collection organisation: its number in the state register. */
    registerNumber: text('register_number'),
    creditorName: text('creditor_name').notNull(),
    creditorPhone: text('creditor_phone').notNull(),
    /** Shown at a company's call, at most 32 characters (126-FZ, art. 45 part 9.1). */
    callLabel: text('call_label'),
    limits: text({ mode: 'json' }).$type<ContactLimits>().notNull(),
    setBy: text('set_by').notNull(),
    setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('contact_rules_from').on(t.from)],
);

/** Letters handed to the post, with who printed them and when. Made once, it is downloaded as often as it must be. */
export const letterFiles = sqliteTable('letter_files', {
  id: text().primaryKey(),
  letters: integer().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Every contact that the gate let through, kept for three years. */
export const outreachAttempts = sqliteTable(
  'outreach_attempts',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    /** Which of the subscriber's contacts: two senders at once cannot both be the second of a day. */
    sequence: integer().notNull(),
    lineId: text('line_id').references(() => lines.id),
    receivableId: text('receivable_id').references(() => receivables.id),
    caseId: text('case_id'),
    purpose: text().$type<OutreachPurpose>().notNull(),
    channel: text().$type<OutreachChannel>().notNull(),
    address: text().notNull(),
    content: text().notNull(),
    recording: text(),
    /** The subscriber's own zone when the gate decided. */
    timeZone: text('time_zone').notNull(),
    /**
     * `sending` from the moment the channel is spoken to; `unknown`: it broke off, and nobody knows; `printing`: a
     * letter that waits to be handed to the post. Only what surely `failed` does not count as made.
     */
    state: text({ enum: ['allowed', 'sending', 'printing', 'sent', 'failed', 'unknown'] }).notNull(),
    failure: text(),
    /** When somebody took it for sending: within his lease it is his alone. */
    claimedAt: integer('claimed_at', { mode: 'timestamp_ms' }),
    subject: text(),
    /** The sender's own name of this one contact: asked twice, let through once. */
    sendKey: text('send_key').notNull(),
    /** Of a letter: the file it was printed from. */
    letterFileId: text('letter_file_id').references(() => letterFiles.id),
    /** Of a letter: where it was sent; empty: the post found him by his contract. */
    postalAddress: text('postal_address'),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('outreach_attempts_sequence').on(t.subscriberId, t.sequence),
    uniqueIndex('outreach_attempts_send_key').on(t.sendKey),
    index('outreach_attempts_by_time').on(t.subscriberId, t.at),
    index('outreach_attempts_by_receivable').on(t.receivableId, t.at),
    index('outreach_attempts_age').on(t.at),
    index('outreach_attempts_unprinted').on(t.at).where(sql`state = 'printing'`),
  ],
);

/** Every contact that the gate refused: by which rule, and until when. */
export const outreachRefusals = sqliteTable(
  'outreach_refusals',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    receivableId: text('receivable_id').references(() => receivables.id),
    purpose: text().$type<OutreachPurpose>().notNull(),
    channel: text().$type<OutreachChannel>().notNull(),
    rule: text().notNull(),
    until: integer({ mode: 'timestamp_ms' }),
    sendKey: text('send_key').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('outreach_refusals_by_time').on(t.subscriberId, t.at),
    index('outreach_refusals_age').on(t.at),
  ],
);

/** Why a subscriber may not be contacted about his debt, with the paper that says so. */
export const contactBars = sqliteTable(
  'contact_bars',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    kind: text().$type<BarKind>().notNull(),
    proof: text().notNull(),
    /** Of a representative: who speaks for him and how he is reached. */
    representative: text(),
    from: integer({ mode: 'timestamp_ms' }).notNull(),
    until: integer({ mode: 'timestamp_ms' }),
    setBy: text('set_by').notNull(),
    setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('contact_bars_by_subscriber').on(t.subscriberId)],
);

/** The texts that people consent to; a version is never changed. */
export const consentTexts = sqliteTable(
  'consent_texts',
  {
    purpose: text().$type<OutreachPurpose>().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.purpose, t.version] })],
);

/** What a subscriber consented to, how that is proved, and when he took it back. */
export const consents = sqliteTable(
  'consents',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    purpose: text().$type<OutreachPurpose>().notNull(),
    /** Empty: any channel; automated dialling needs its own. */
    channel: text().$type<OutreachChannel>(),
    textVersion: integer('text_version').notNull(),
    proof: text().notNull(),
    givenAt: integer('given_at', { mode: 'timestamp_ms' }).notNull(),
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
    recordedBy: text('recorded_by').notNull(),
  },
  (t) => [
    index('consents_by_subscriber').on(t.subscriberId),
    index('consents_in_force').on(t.subscriberId, t.purpose).where(sql`withdrawn_at is null`),
  ],
);
