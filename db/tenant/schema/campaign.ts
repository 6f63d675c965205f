import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  CampaignArm,
  CampaignCallOutcome,
  CampaignKind,
  CampaignState,
  MeasuredWindow,
} from '#app/features/campaign/campaign.ts';
import type { Conditions } from '#app/features/campaign/conditions.ts';
import type { CampaignSteps } from '#app/features/campaign/steps.ts';
import type { KnownAtFreeze } from '#app/features/campaign-proof/known-at-freeze.ts';
import type { LeavingReason, RiskBand } from '#app/features/churn/churn.ts';
import type { OutreachPurpose } from '#app/features/outreach/outreach.ts';
import { lines, subscribers } from './subscriber.ts';

export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    kind: text().$type<CampaignKind>().notNull(),
    state: text().$type<CampaignState>().notNull(),
    version: integer().notNull(),
    purpose: text().$type<OutreachPurpose>().notNull(),
    conditions: text({ mode: 'json' }).$type<Conditions>().notNull(),
    steps: text({ mode: 'json' }).$type<CampaignSteps>().notNull(),
    controlPercent: integer('control_percent').notNull(),
    windowDays: integer('window_days').$type<MeasuredWindow>().notNull(),
    /** Waves of one idea are measured together under one name. */
    pool: text(),
    /** What is paid for one contact, kopecks; offers cost what their uses cost. */
    contactKopecks: integer('contact_kopecks').notNull(),
    /** So many call tasks fall due on one working day. */
    callsADay: integer('calls_a_day').notNull().default(100),
    salt: text().notNull(),
    /** Up to which subscriber the audience was taken; empty: nobody was, or all were. */
    drawCursor: text('draw_cursor'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    frozenAt: integer('frozen_at', { mode: 'timestamp_ms' }),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }),
    /** The first and the last date of the measured window, of the tenant's zone. */
    measuredFrom: text('measured_from'),
    measuredUntil: text('measured_until'),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('campaigns_name').on(t.name),
    index('campaigns_by_state').on(t.state, t.measuredUntil),
    index('campaigns_by_pool').on(t.pool),
  ],
);

/** Who was drawn into a campaign. A person is drawn, with all his lines, so that he is never on two sides. */
export const campaignMembers = sqliteTable(
  'campaign_members',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    /** The line it is about: of several, the one most at risk. */
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    arm: text().$type<CampaignArm>().notNull(),
    /** The draw, 0…1: the hash of the campaign's salt and the person. */
    draw: real().notNull(),
    stratum: text().notNull(),
    /** How likely he was to leave, when the audience was frozen. */
    riskAtFreeze: real('risk_at_freeze'),
    /** Besides: whom the campaign moved is learnt from it. Empty: it was not kept. */
    knownAtFreeze: text('known_at_freeze', { mode: 'json' }).$type<KnownAtFreeze>(),
    /** How many steps are behind him; when the next is due; empty: nothing follows. */
    step: integer().notNull(),
    nextAt: integer('next_at', { mode: 'timestamp_ms' }),
    /** Why nothing more follows: his steps are over, he left, consent was withdrawn, the campaign was stopped … */
    endedWhy: text('ended_why'),
    reachedAt: integer('reached_at', { mode: 'timestamp_ms' }),
    /** Of a closed window: 1 where it happened what the campaign is measured by (left; came back). */
    outcome: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.subscriberId] }),
    index('campaign_members_due').on(t.campaignId, t.nextAt),
    index('campaign_members_by_draw').on(t.campaignId, t.stratum, t.arm, t.draw),
    index('campaign_members_by_subscriber').on(t.subscriberId, t.campaignId),
  ],
);

/** What was done with a member at a step; to do nothing is a deed of its own and is kept like the others. */
export const campaignActions = sqliteTable(
  'campaign_actions',
  {
    campaignId: text('campaign_id').notNull(),
    subscriberId: text('subscriber_id').notNull(),
    step: integer().notNull(),
    action: text({ enum: ['message', 'call', 'offer', 'nothing'] }).notNull(),
    why: text(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.subscriberId, t.step] })],
);

/** Somebody whom a person is to call for a campaign. */
export const campaignCalls = sqliteTable(
  'campaign_calls',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    step: integer().notNull(),
    /** The working day it was put on, of the tenant's zone, and from when on that day it is shown. */
    on: text().notNull(),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    state: text({ enum: ['open', 'done', 'dropped'] }).notNull(),
    version: integer().notNull(),
    takenBy: text('taken_by'),
    takenAt: integer('taken_at', { mode: 'timestamp_ms' }),
    outcome: text().$type<CampaignCallOutcome>(),
    note: text(),
    doneBy: text('done_by'),
    doneAt: integer('done_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('campaign_calls_step').on(t.campaignId, t.subscriberId, t.step),
    index('campaign_calls_due').on(t.state, t.dueAt),
    index('campaign_calls_by_day').on(t.on, t.campaignId),
  ],
);

/**
 * What is known of every line that audiences are chosen by, as of the last refreshing: a million lines are counted in
 * one walk. A line of a person stands beside his others, for which the table has no row numbers. Dates are of the
 * tenant's zone.
 */
export const audienceLines = sqliteTable(
  'audience_lines',
  {
    subscriberId: text('subscriber_id').notNull(),
    lineId: text('line_id').notNull(),
    carrier: text().notNull(),
    tariff: text(),
    region: text(),
    /** How likely the line is to leave, per mille. */
    risk: integer(),
    band: text().$type<RiskBand>(),
    /** A JSON list, as are options, topics and offers: looked for as a text in quotes. */
    riskReasons: text('risk_reasons').notNull(),
    ownedOn: text('owned_on').notNull(),
    balance: integer(),
    fee: integer(),
    overdue: integer().notNull(),
    overdueSince: text('overdue_since'),
    cases90: integer('cases_90').notNull(),
    complaints90: integer('complaints_90').notNull(),
    failedRequests90: integer('failed_requests_90').notNull(),
    lastRating: integer('last_rating'),
    contactedOn: text('contacted_on'),
    leftOn: text('left_on'),
    leftBecause: text('left_because').$type<LeavingReason>(),
    options: text().notNull(),
    topics: text().notNull(),
    helpedBy: text('helped_by').notNull(),
    /** A bit a channel, in their order: where he can be reached, and where he agreed to advertising. */
    reach: integer().notNull(),
    consents: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subscriberId, t.lineId] })],
);

/** The refreshing of what is known of all lines: how far it is, or when it was over. */
export const audienceRuns = sqliteTable('audience_runs', {
  id: text().primaryKey(),
  cursor: text().notNull(),
  /** Every so many lines the subscriber that was come to: between two of them is a piece that is counted at once. */
  marks: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
});

/** Who is left alone by every campaign of a quarter. Dated: the newest that has begun holds. */
export const holdouts = sqliteTable(
  'holdouts',
  {
    id: text().primaryKey(),
    from: text().notNull(),
    percent: integer().notNull(),
    salt: text().notNull(),
    setBy: text('set_by').notNull(),
    setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('holdouts_from').on(t.from)],
);
