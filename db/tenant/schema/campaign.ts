import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  CampaignArm,
  CampaignKind,
  CampaignState,
  MeasuredWindow,
} from '#app/features/campaign/campaign.ts';
import type { Conditions } from '#app/features/campaign/conditions.ts';
import type { CampaignSteps } from '#app/features/campaign/steps.ts';
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
    salt: text().notNull(),
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
