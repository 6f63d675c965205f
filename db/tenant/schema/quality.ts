import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Difficulty } from '#app/features/points/difficulty.ts';
import type { CapSpan, PointEvent, RuleInput } from '#app/features/points/points.ts';
import { usualDisputeDays } from '#app/features/points/season.ts';

/** A season of the game; it ends where the next begins. */
export const seasons = sqliteTable(
  'seasons',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** A date of the centre's zone. */
    from: text().notNull(),
    /** So long a review of its time can be disputed, and the season be corrected after its end. */
    disputeDays: integer('dispute_days').notNull().default(usualDisputeDays),
    /** How hard the work of each kind is; counted when the season was opened, and the same until its end. */
    difficulty: text({ mode: 'json' }).$type<Difficulty>(),
    openedBy: text('opened_by').notNull(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('seasons_from').on(t.from)],
);

/** What brings points. A version is never changed: the next one follows it. */
export const pointRules = sqliteTable(
  'point_rules',
  {
    id: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    event: text().$type<PointEvent>().notNull(),
    points: integer().notNull(),
    cap: text({ mode: 'json' }).$type<RuleInput['cap']>(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
    /** Agents whom it does not reward, so that those it rewards can be compared with somebody. */
    control: text({ mode: 'json' }).$type<string[]>(),
    from: integer({ mode: 'timestamp_ms' }).notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

/** A source whose points were settled at a version of it: once, whatever came of it. */
export const pointSources = sqliteTable(
  'point_sources',
  {
    type: text().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
    /** Why it brought nothing. */
    gate: text(),
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.type, t.id, t.version] })],
);

/** The ledger of points: rows are added, never changed. What an agent has is the sum of `applied`. */
export const pointEntries = sqliteTable(
  'point_entries',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    agentId: text('agent_id').notNull(),
    /** Which of the agent's entries: two at once cannot both be the ninth. */
    sequence: integer().notNull(),
    seasonId: text('season_id')
      .notNull()
      .references(() => seasons.id),
    /** The date it is booked on, in the centre's zone. */
    day: text().notNull(),
    ruleId: text('rule_id').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    sourceType: text('source_type').notNull(),
    sourceId: text('source_id').notNull(),
    sourceVersion: integer('source_version').notNull(),
    kind: text({ enum: ['award', 'reversal'] }).notNull(),
    reversesSeq: integer('reverses_seq').references((): AnySQLiteColumn => pointEntries.seq),
    raw: integer().notNull(),
    applied: integer().notNull(),
    /** The span whose cap held some of it back. */
    capReason: text('cap_reason').$type<CapSpan>(),
    /** The span of the rule's cap: a date, a Monday or a season. */
    span: text().notNull(),
    occurredAt: integer('occurred_at', { mode: 'timestamp_ms' }).notNull(),
    recordedAt: integer('recorded_at', { mode: 'timestamp_ms' }).notNull(),
    actor: text().notNull(),
    why: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [
    uniqueIndex('point_entries_source').on(
      t.sourceType,
      t.sourceId,
      t.sourceVersion,
      t.ruleId,
      t.agentId,
      t.kind,
    ),
    uniqueIndex('point_entries_reverses').on(t.reversesSeq).where(sql`reverses_seq is not null`),
    uniqueIndex('point_entries_sequence').on(t.agentId, t.sequence),
    index('point_entries_span').on(t.agentId, t.ruleId, t.ruleVersion, t.span, t.raw),
    index('point_entries_day').on(t.day, t.agentId, t.applied, t.recordedAt),
    foreignKey({ columns: [t.ruleId, t.ruleVersion], foreignColumns: [pointRules.id, pointRules.version] }),
  ],
);

/** What an agent has on a board; rebuilt from the ledger at any time. */
export const boardPoints = sqliteTable(
  'board_points',
  {
    /** `season:ID`, `month:2026-11`, `week:2026-11-16`, `day:2026-11-22`. */
    period: text().notNull(),
    agentId: text('agent_id').notNull(),
    points: integer().notNull(),
    /** When the points last changed: of two with equal points the earlier stands first. */
    reachedAt: integer('reached_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.period, t.agentId] }),
    index('board_points_ranked').on(t.period, sql`points desc`, t.reachedAt, t.agentId),
  ],
);

/** How many agents of a board have points of a band, so that a place is counted without counting everybody. */
export const boardBands = sqliteTable(
  'board_bands',
  {
    period: text().notNull(),
    band: integer().notNull(),
    agents: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.band] })],
);
