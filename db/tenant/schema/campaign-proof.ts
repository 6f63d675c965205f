import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LateFact } from '#app/features/campaign-proof/campaign-proof.ts';
import type { Ranking } from '#app/features/campaign-proof/ranking.ts';
import { campaigns } from './campaign.ts';

/** A campaign whose window is over and whose outcomes are all stored. */
export const campaignProofs = sqliteTable('campaign_proofs', {
  campaignId: text('campaign_id')
    .primaryKey()
    .references(() => campaigns.id),
  measuredAt: integer('measured_at', { mode: 'timestamp_ms' }).notNull(),
  /** Whom it would have been best to contact; empty: there is too little history for it. */
  ranking: text({ mode: 'json' }).$type<Ranking>(),
});

/** A date of the tenant's zone on which the outcomes of a campaign were called for: once a day. */
export const proofRuns = sqliteTable(
  'proof_runs',
  { campaignId: text('campaign_id').notNull(), on: text().notNull() },
  (t) => [primaryKey({ columns: [t.campaignId, t.on] })],
);

/** A stored outcome that became another one, because something was told late. */
export const outcomeCorrections = sqliteTable(
  'outcome_corrections',
  {
    campaignId: text('campaign_id').notNull(),
    subscriberId: text('subscriber_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** 1 where it is now counted as happened. */
    outcome: integer().notNull(),
    why: text().$type<LateFact>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.subscriberId, t.at] })],
);

/** What a manager wrote about a campaign, for whoever plans the next. */
export const campaignNotes = sqliteTable(
  'campaign_notes',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    text: text().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('campaign_notes_by_campaign').on(t.campaignId, t.at)],
);
