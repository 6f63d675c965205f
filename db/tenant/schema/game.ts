import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PointEvent } from '#app/features/points/points.ts';

/** How somebody wishes to be shown. Without a row: by his name, on all boards. */
export const players = sqliteTable(
  'players',
  {
    userId: text('user_id').primaryKey(),
    pseudonym: text(),
    /** He is on no board; his points are counted for himself. */
    isOut: integer('is_out', { mode: 'boolean' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('players_pseudonym').on(t.pseudonym)],
);

/** How long an agent's shift is from a date on; a rule pays as if all had the same. */
export const shiftLengths = sqliteTable(
  'shift_lengths',
  {
    agentId: text('agent_id').notNull(),
    /** A date of the centre's zone. */
    from: text().notNull(),
    hours: integer().notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.from] })],
);

/** What somebody achieved, once a period. It stays when it is revoked, with the reason. */
export const badges = sqliteTable(
  'badges',
  {
    agentId: text('agent_id').notNull(),
    badge: text().notNull(),
    /** A date, a Monday, a month; `ever` for what is achieved once. */
    period: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
    revokedReason: text('revoked_reason'),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.badge, t.period] })],
);

/** What one may set oneself to reach in a day or a week; reaching it is a badge of that period. */
export const quests = sqliteTable('quests', {
  id: text().primaryKey(),
  title: text().notNull(),
  event: text().$type<PointEvent>().notNull(),
  target: integer().notNull(),
  per: text({ enum: ['day', 'week'] }).notNull(),
  setBy: text('set_by').notNull(),
  setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
});

/** What all reach together between two dates, `until` excluded. */
export const teamGoals = sqliteTable('team_goals', {
  id: text().primaryKey(),
  title: text().notNull(),
  event: text().$type<PointEvent>().notNull(),
  target: integer().notNull(),
  from: text().notNull(),
  until: text().notNull(),
  setBy: text('set_by').notNull(),
  setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
});

/** A thank-you from one colleague to another. */
export const kudos = sqliteTable(
  'kudos',
  {
    id: text().primaryKey(),
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    /** Of the centre's zone: `2026-11`. */
    month: text().notNull(),
    /** Which of the giver's in that month: two at once cannot both be the last he has. */
    sequence: integer().notNull(),
    words: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('kudos_sequence').on(t.fromId, t.month, t.sequence),
    index('kudos_received').on(t.toId, t.at),
    check('kudos_not_oneself', sql`from_id <> to_id`),
  ],
);

/** What points are exchanged for. */
export const rewards = sqliteTable('rewards', {
  id: text().primaryKey(),
  title: text().notNull(),
  note: text().notNull(),
  price: integer().notNull(),
  /** How many there were ever to give away. */
  stock: integer().notNull(),
  setBy: text('set_by').notNull(),
  setAt: integer('set_at', { mode: 'timestamp_ms' }).notNull(),
  retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
});

/** Somebody asked for a reward. The keys let nobody spend a point twice, and nothing be given away twice. */
export const rewardOrders = sqliteTable(
  'reward_orders',
  {
    id: text().primaryKey(),
    rewardId: text('reward_id')
      .notNull()
      .references(() => rewards.id),
    /** Which piece of the stock. */
    unit: integer().notNull(),
    agentId: text('agent_id').notNull(),
    /** Which of the agent's orders. */
    sequence: integer().notNull(),
    price: integer().notNull(),
    state: text({ enum: ['asked', 'approved', 'declined'] }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('reward_orders_unit').on(t.rewardId, t.unit).where(sql`state <> 'declined'`),
    uniqueIndex('reward_orders_sequence').on(t.agentId, t.sequence),
    index('reward_orders_asked').on(t.at).where(sql`state = 'asked'`),
  ],
);

/** Who answered the month's poll. What he answered is kept apart, without his name. */
export const pollVoices = sqliteTable(
  'poll_voices',
  { userId: text('user_id').notNull(), month: text().notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.month] })],
);

/** How content somebody is, 1…5; nothing says who. */
export const pollAnswers = sqliteTable(
  'poll_answers',
  { id: text().primaryKey(), month: text().notNull(), mark: integer().notNull(), words: text().notNull() },
  (t) => [index('poll_answers_month').on(t.month)],
);
