import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OfferKind, OfferUseState } from '#app/features/offer/offer.ts';
import type { OfferRules } from '#app/features/offer/offer-rules.ts';
import type { Payload } from '#app/features/request/request.ts';
import { cases } from './case.ts';
import { requests } from './request.ts';
import { saveTalks } from './save.ts';
import { lines } from './subscriber.ts';

/** What may be proposed to somebody who leaves or left. A changed offer is a new row: uses point at what was promised. */
export const offers = sqliteTable(
  'offers',
  {
    id: text().primaryKey(),
    kind: text().$type<OfferKind>().notNull(),
    name: text().notNull(),
    /** As it is said to the subscriber. */
    words: text().notNull(),
    /** What the carrier is asked for; empty: it is a credit. */
    payload: text({ mode: 'json' }).$type<Payload>(),
    creditKopecks: integer('credit_kopecks').notNull().default(0),
    /** What one use costs the client company. */
    costKopecks: integer('cost_kopecks').notNull(),
    rules: text({ mode: 'json' }).$type<OfferRules>().notNull(),
    /** The first wording of it: what was used and spent is counted over all of them. */
    series: text().notNull().default(''),
    replaces: text(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
    withdrawnBy: text('withdrawn_by'),
  },
  (t) => [
    uniqueIndex('offers_name').on(t.name).where(sql`withdrawn_at is null`),
    uniqueIndex('offers_series').on(t.series).where(sql`withdrawn_at is null`),
  ],
);

/** One offer made to one line, from the proposal to the carrier's deed. */
export const offerUses = sqliteTable(
  'offer_uses',
  {
    id: text().primaryKey(),
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    /** The series of its offer. */
    series: text().notNull().default(''),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** Which of the series' uses that count against its budget: two at once cannot both be the last. */
    sequence: integer(),
    state: text().$type<OfferUseState>().notNull(),
    costKopecks: integer('cost_kopecks').notNull(),
    campaignId: text('campaign_id'),
    caseId: text('case_id').references(() => cases.id),
    saveId: text('save_id').references(() => saveTalks.id),
    requestId: text('request_id').references(() => requests.id),
    /** Why it came to nothing, as the carrier or the desk said it. */
    why: text(),
    formToken: text('form_token').notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('offer_uses_form_token').on(t.formToken),
    uniqueIndex('offer_uses_sequence').on(t.series, t.sequence).where(sql`sequence is not null`),
    index('offer_uses_by_line').on(t.lineId, t.at),
    index('offer_uses_by_series').on(t.series, t.state),
    index('offer_uses_by_talk').on(t.saveId).where(sql`save_id is not null`),
    index('offer_uses_by_request').on(t.requestId).where(sql`request_id is not null`),
    index('offer_uses_by_campaign').on(t.campaignId, t.state).where(sql`campaign_id is not null`),
  ],
);
