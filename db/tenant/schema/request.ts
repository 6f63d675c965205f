import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Payload, RequestKind, RequestState } from '#app/features/request/request.ts';
import type { CarrierRef, Failure, Preview } from '#carriers/port.ts';
import { lines } from './subscriber.ts';

/** One change for many lines. Its progress is counted from its requests and rejected rows. */
export const batches = sqliteTable('batches', {
  id: text().primaryKey(),
  title: text().notNull(),
  payload: text({ mode: 'json' }).$type<Payload>().notNull(),
  itemName: text('item_name'),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Rows of a batch that never became a request, each with its reason. */
export const batchRejects = sqliteTable(
  'batch_rejects',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batches.id),
    row: integer().notNull(),
    text: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.row] })],
);

const openOnly = sql`state not in ('draft', 'done', 'refused', 'cancelled')`;

export const requests = sqliteTable(
  'requests',
  {
    id: text().primaryKey(),
    /** Counted per tenant, spoken to people: 1042. */
    number: integer().notNull(),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    kind: text().$type<RequestKind>().notNull(),
    payload: text({ mode: 'json' }).$type<Payload>().notNull(),
    /** What the option or tariff was called when it was asked for; empty when nobody had seen its name. */
    itemName: text('item_name'),
    /** What it touches on the line; see subjectOf. */
    subject: text().notNull(),
    state: text().$type<RequestState>().notNull(),
    version: integer().notNull(),
    lane: text({ enum: ['interactive', 'bulk'] }).notNull(),
    carrier: text().notNull(),
    carrierAccountId: text('carrier_account_id').notNull(),
    /** The preview that the person confirmed, as shown to him. */
    preview: text({ mode: 'json' }).$type<Preview>(),
    formToken: text('form_token').notNull(),
    /** SHA-256 of what was asked for: the same token with another body is refused. */
    formHash: text('form_hash').notNull(),
    batchId: text('batch_id').references(() => batches.id),
    attempts: integer().notNull().default(0),
    scheduledFor: integer('scheduled_for', { mode: 'timestamp_ms' }),
    /** The earliest instant at which it may have left us; empty while it surely did not. */
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    carrierRef: text('carrier_ref', { mode: 'json' }).$type<CarrierRef>(),
    unconfirmedSince: integer('unconfirmed_since', { mode: 'timestamp_ms' }),
    /** The carrier's refusal or what the person must know, in its own words. */
    failure: text({ mode: 'json' }).$type<Failure>(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('requests_number').on(t.number),
    uniqueIndex('requests_form_token').on(t.formToken),
    uniqueIndex('requests_one_open').on(t.lineId, t.subject).where(openOnly),
    index('requests_by_state').on(t.state, t.id),
    index('requests_open_by_state').on(t.state).where(openOnly),
    index('requests_by_carrier_state').on(t.carrier, t.state, t.id),
    index('requests_by_line').on(t.lineId, t.id),
    index('requests_by_batch').on(t.batchId, t.id),
    index('requests_by_author').on(t.createdBy, t.id),
  ],
);

/** What happened to a request: one row a move. The key makes a lost race fail the whole batch. */
export const requestEvents = sqliteTable(
  'request_events',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id),
    version: integer().notNull(),
    event: text().notNull(),
    fromState: text('from_state').$type<RequestState>().notNull(),
    toState: text('to_state').$type<RequestState>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** A user id, or `worker`. */
    actor: text().notNull(),
    note: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.version] })],
);

/** Exchanges with the carrier on behalf of a request, already redacted. */
export const wireRecords = sqliteTable(
  'wire_records',
  {
    id: text().primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    operation: text().notNull(),
    durationMs: integer('duration_ms').notNull(),
    sent: text().notNull(),
    received: text(),
    failure: text(),
  },
  (t) => [index('wire_records_request').on(t.requestId, t.id)],
);
