import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const subscribers = sqliteTable(
  'subscribers',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['person', 'company'] }).notNull(),
    name: text().notNull(),
    contractNumber: text('contract_number').notNull(),
    email: text(),
    note: text(),
    /** Where letters go, as the envelope has it. */
    postalAddress: text('postal_address'),
    /** IANA, where he lives; empty: anywhere in Russia. */
    timeZone: text('time_zone'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('subscribers_contract').on(t.contractNumber), index('subscribers_email').on(t.email)],
);

/** One MSISDN at one carrier. What the carrier last said of it, with the time it said so. */
export const lines = sqliteTable(
  'lines',
  {
    id: text().primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    /** Since when it is his; empty: always. What was before is another's. */
    ownedSince: integer('owned_since', { mode: 'timestamp_ms' }),
    msisdn: text().notNull(),
    carrier: text().notNull(),
    carrierAccountId: text('carrier_account_id').notNull(),
    carrierLineId: text('carrier_line_id'),
    accountNumber: text('account_number'),
    tariffCode: text('tariff_code'),
    tariffName: text('tariff_name'),
    blockedBy: text('blocked_by', { enum: ['wish', 'theft', 'operator'] }),
    balanceKopecks: integer('balance_kopecks'),
    iccid: text(),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('lines_msisdn').on(t.msisdn), index('lines_subscriber').on(t.subscriberId)],
);

export const lineOptions = sqliteTable(
  'line_options',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    code: text().notNull(),
    name: text().notNull(),
    since: integer({ mode: 'timestamp_ms' }),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.code] })],
);

/**
 * One row a word by which a subscriber is found: lower-cased words of the name, the contract number, and
 * each number's digits reversed behind `#`, so that the last digits are a prefix.
 */
export const searchTerms = sqliteTable(
  'search_terms',
  {
    term: text().notNull(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
  },
  (t) => [
    primaryKey({ columns: [t.term, t.subscriberId] }),
    index('search_terms_subscriber').on(t.subscriberId),
  ],
);
