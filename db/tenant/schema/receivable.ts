import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Book, EntryKind, EntrySource } from '#app/features/receivable/receivable.ts';
import { lines, subscribers } from './subscriber.ts';

/** A subscriber's account in the client's billing; its lines may owe each for itself. */
export const billingAccounts = sqliteTable(
  'billing_accounts',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    number: text().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('billing_accounts_number').on(t.number),
    index('billing_accounts_by_subscriber').on(t.subscriberId),
  ],
);

/** What one line owes, or the account itself where no line is named. Everything but the keys follows from the journal. */
export const receivables = sqliteTable(
  'receivables',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => billingAccounts.id),
    lineId: text('line_id').references(() => lines.id),
    /** Positive: he owes; negative: he paid ahead. */
    balanceKopecks: integer('balance_kopecks').notNull(),
    /** The due date of the oldest charge that is still open, a date of the tenant's zone. */
    oldestDueOn: text('oldest_due_on'),
    /** What of the open charges has its due date at or after `nextDueOn`; the reminder before it speaks of that. */
    nextDueOn: text('next_due_on'),
    disputedKopecks: integer('disputed_kopecks').notNull().default(0),
    version: integer().notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('receivables_line').on(t.lineId).where(sql`line_id is not null`),
    uniqueIndex('receivables_account').on(t.accountId).where(sql`line_id is null`),
    index('receivables_by_account').on(t.accountId),
    index('receivables_by_oldest_due').on(t.oldestDueOn).where(sql`oldest_due_on is not null`),
  ],
);

/** A file of the client's billing that was taken in, booked piece by piece. The same bytes a second time change nothing. */
export const billingFiles = sqliteTable(
  'billing_files',
  {
    id: text().primaryKey(),
    content: text({ enum: ['charges', 'payments'] }).notNull(),
    name: text().notNull(),
    hash: text().notNull(),
    /** The table itself, until all of it is booked or somebody stopped it. */
    text: text(),
    /** How many rows it has, and how many of them were gone through. */
    total: integer().notNull().default(0),
    gone: integer().notNull().default(0),
    stoppedAt: integer('stopped_at', { mode: 'timestamp_ms' }),
    stoppedBy: text('stopped_by'),
    /** Nought until all were gone through. */
    rows: integer().notNull(),
    booked: integer().notNull(),
    known: integer().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('billing_files_hash').on(t.hash)],
);

/** Rows that were not booked, kept until a person has found the account or thrown them away. */
export const billingRejects = sqliteTable(
  'billing_rejects',
  {
    fileId: text('file_id')
      .notNull()
      .references(() => billingFiles.id),
    row: integer().notNull(),
    text: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.row] })],
);

/** The journal: rows are added, never changed. */
export const journalEntries = sqliteTable(
  'journal_entries',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    /** Which of the receivable's entries: two at once cannot both be the ninth. */
    sequence: integer().notNull(),
    kind: text().$type<EntryKind>().notNull(),
    /** Positive raises what is owed. */
    kopecks: integer().notNull(),
    source: text().$type<EntrySource>().notNull(),
    /** The billing's own name of it: told twice, booked once. */
    sourceKey: text('source_key').notNull(),
    fileId: text('file_id').references(() => billingFiles.id),
    reverses: text(),
    /** The date it counts for, in the tenant's zone. */
    on: text().notNull(),
    note: text(),
    bookedBy: text('booked_by').notNull(),
    bookedAt: integer('booked_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('journal_entries_source').on(t.sourceKey),
    uniqueIndex('journal_entries_sequence').on(t.receivableId, t.sequence),
    uniqueIndex('journal_entries_reverses').on(t.reverses).where(sql`reverses is not null`),
    index('journal_entries_by_day').on(t.kind, t.on),
  ],
);

/** The two sides of an entry; their sum is zero. */
export const journalPostings = sqliteTable(
  'journal_postings',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => journalEntries.id),
    book: text().$type<Book>().notNull(),
    kopecks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.book] })],
);

/** A charge with its due date, and how much of it is still open. */
export const charges = sqliteTable(
  'charges',
  {
    entryId: text('entry_id')
      .primaryKey()
      .references(() => journalEntries.id),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    dueOn: text('due_on').notNull(),
    kopecks: integer().notNull(),
    openKopecks: integer('open_kopecks').notNull(),
    settledOn: text('settled_on'),
  },
  (t) => [index('charges_by_receivable').on(t.receivableId, t.dueOn), index('charges_by_due').on(t.dueOn)],
);

/** Which payment settled how much of which charge: the oldest due first. */
export const settlements = sqliteTable(
  'settlements',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => journalEntries.id),
    chargeId: text('charge_id')
      .notNull()
      .references(() => charges.entryId),
    kopecks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.chargeId] }), index('settlements_by_charge').on(t.chargeId)],
);

/** What the carrier said of a prepaid line's balance, each with its time and source. */
export const balanceReadings = sqliteTable(
  'balance_readings',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    kopecks: integer().notNull(),
    source: text().$type<EntrySource>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.at] })],
);

/** A carrier account's lines asked for their balances one after the other, once a date of the tenant's zone. */
export const balancePulls = sqliteTable(
  'balance_pulls',
  {
    accountId: text('account_id').notNull(),
    on: text().notNull(),
    /** The last line that was asked: whoever goes on asks those behind it. */
    cursor: text().notNull(),
    asked: integer().notNull(),
    answered: integer().notNull(),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    /** Why it ended before its last line: a code of the carrier's failure, or `off`. */
    failure: text(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.on] })],
);

/** The subscriber says he does not owe it. Nothing is collected of it until it is closed. */
export const debtDisputes = sqliteTable(
  'debt_disputes',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    chargeId: text('charge_id').references(() => charges.entryId),
    kopecks: integer().notNull(),
    reason: text().notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    outcome: text({ enum: ['upheld', 'partly', 'declined'] }),
    answer: text(),
    closedBy: text('closed_by'),
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('debt_disputes_open').on(t.receivableId).where(sql`closed_at is null`)],
);
