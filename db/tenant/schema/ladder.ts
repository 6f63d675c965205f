import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  Arm,
  CallOutcome,
  Hold,
  LadderMoveKind,
  PromisePart,
  PromiseState,
} from '#app/features/ladder/ladder.ts';
import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import type { OfferRules } from '#app/features/promise/offer-limits.ts';
import type { Measure, SuspensionState } from '#app/features/suspension/suspension.ts';
import { receivables } from './receivable.ts';
import { requests } from './request.ts';
import { lines } from './subscriber.ts';

/** A way of collecting; what it says stands in its versions. */
export const strategies = sqliteTable(
  'strategies',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** Nobody enters it any more; who stands on it goes on to its end. */
    retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
    retiredBy: text('retired_by'),
  },
  (t) => [uniqueIndex('strategies_name').on(t.name).where(sql`retired_at is null`)],
);

/** A version is never changed once it was put into force: people stand on it. */
export const strategyVersions = sqliteTable(
  'strategy_versions',
  {
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    number: integer().notNull(),
    rules: text({ mode: 'json' }).$type<StrategyRules>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
    /** Empty: a draft. */
    inForceFrom: integer('in_force_from', { mode: 'timestamp_ms' }),
    putInForceBy: text('put_in_force_by'),
  },
  (t) => [primaryKey({ columns: [t.strategyId, t.number] })],
);

/** A challenger beside the champion: who is drawn for which follows from the salt and the receivable. */
export const strategyTrials = sqliteTable(
  'strategy_trials',
  {
    id: text().primaryKey(),
    championId: text('champion_id')
      .notNull()
      .references(() => strategies.id),
    challengerId: text('challenger_id').references(() => strategies.id),
    challengerPercent: integer('challenger_percent').notNull(),
    controlPercent: integer('control_percent').notNull(),
    salt: text().notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  // Of empty values SQLite lets any number through a unique index: the index is on a value that is there.
  () => [uniqueIndex('strategy_trials_running').on(sql`(ended_at is null)`).where(sql`ended_at is null`)],
);

/** Where a debtor stands. One row a receivable that is on a ladder or was. */
export const standings = sqliteTable(
  'standings',
  {
    receivableId: text('receivable_id')
      .primaryKey()
      .references(() => receivables.id),
    strategyId: text('strategy_id').notNull(),
    strategyVersion: integer('strategy_version').notNull(),
    arm: text().$type<Arm>().notNull(),
    /** The due date of the charge he was let on the ladder for: a later debt is another walk. */
    debtSince: text('debt_since').notNull(),
    /** How many steps of the version are behind him. */
    step: integer().notNull(),
    /** The date of the next step, in the tenant's zone; empty: nothing follows, or he is held, or he has left. */
    nextOn: text('next_on'),
    hold: text().$type<Hold>(),
    leftOn: text('left_on'),
    version: integer().notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('standings_by_next').on(t.nextOn).where(sql`next_on is not null`)],
);

/** What happened on the ladder; rows are added, never changed. */
export const ladderMoves = sqliteTable(
  'ladder_moves',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    /** The standing's version that the move led to: two at once cannot both be it. */
    version: integer().notNull(),
    move: text().$type<LadderMoveKind>().notNull(),
    debtSince: text('debt_since').notNull(),
    strategyId: text('strategy_id').notNull(),
    strategyVersion: integer('strategy_version').notNull(),
    arm: text().$type<Arm>().notNull(),
    /** Of a step: which, counted from nought. */
    step: integer(),
    why: text(),
    on: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('ladder_moves_version').on(t.receivableId, t.version),
    uniqueIndex('ladder_moves_step')
      .on(t.receivableId, t.debtSince, t.strategyId, t.strategyVersion, t.step)
      .where(sql`move = 'step'`),
    index('ladder_moves_by_day').on(t.on, t.move),
  ],
);

/** A debtor whom a person is to call, from a step of the ladder. */
export const callTasks = sqliteTable(
  'call_tasks',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    moveId: text('move_id').references(() => ladderMoves.id),
    on: text().notNull(),
    state: text({ enum: ['open', 'done', 'dropped'] }).notNull(),
    version: integer().notNull(),
    takenBy: text('taken_by'),
    takenAt: integer('taken_at', { mode: 'timestamp_ms' }),
    outcome: text().$type<CallOutcome>(),
    note: text(),
    doneBy: text('done_by'),
    doneAt: integer('done_at', { mode: 'timestamp_ms' }),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('call_tasks_open').on(t.receivableId).where(sql`state = 'open'`),
    index('call_tasks_by_day').on(t.state, t.on),
  ],
);

/** A promise to pay. It is never edited: another replaces it. */
export const promises = sqliteTable(
  'promises',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    parts: text({ mode: 'json' }).$type<PromisePart[]>().notNull(),
    kopecks: integer().notNull(),
    lastOn: text('last_on').notNull(),
    state: text().$type<PromiseState>().notNull(),
    via: text({ enum: ['desk', 'cabinet'] }).notNull(),
    formToken: text('form_token').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    paidKopecks: integer('paid_kopecks').notNull().default(0),
  },
  (t) => [
    uniqueIndex('promises_open').on(t.receivableId).where(sql`state = 'open'`),
    uniqueIndex('promises_form_token').on(t.formToken),
    index('promises_by_last').on(t.state, t.lastOn),
  ],
);

/** Instalments agreed for a debt that is too large for one promise. */
export const instalmentPlans = sqliteTable(
  'instalment_plans',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    instalments: text({ mode: 'json' }).$type<PromisePart[]>().notNull(),
    /** How late and how short a part may be before the plan counts as broken. */
    toleranceDays: integer('tolerance_days').notNull(),
    toleranceKopecks: integer('tolerance_kopecks').notNull(),
    lastOn: text('last_on').notNull(),
    state: text().$type<PromiseState>().notNull(),
    formToken: text('form_token').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('instalment_plans_open').on(t.receivableId).where(sql`state = 'open'`),
    uniqueIndex('instalment_plans_form_token').on(t.formToken),
  ],
);

/** How far people may go towards a debtor. Dated: the newest that has begun holds. */
export const offerRules = sqliteTable(
  'offer_rules',
  {
    id: text().primaryKey(),
    from: integer({ mode: 'timestamp_ms' }).notNull(),
    rules: text({ mode: 'json' }).$type<OfferRules>().notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [uniqueIndex('offer_rules_from').on(t.from)],
);

/** What is done to a line for a debt, from the proposal to the day it works again or its contract is over. */
export const suspensions = sqliteTable(
  'suspensions',
  {
    id: text().primaryKey(),
    receivableId: text('receivable_id')
      .notNull()
      .references(() => receivables.id),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    measure: text().$type<Measure>().notNull().default('suspension'),
    state: text().$type<SuspensionState>().notNull(),
    version: integer().notNull(),
    debtKopecks: integer('debt_kopecks').notNull(),
    proposedAt: integer('proposed_at', { mode: 'timestamp_ms' }).notNull(),
    /** The person who said yes or no; a machine never does. */
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    blockRequestId: text('block_request_id').references(() => requests.id),
    suspendedAt: integer('suspended_at', { mode: 'timestamp_ms' }),
    paidAt: integer('paid_at', { mode: 'timestamp_ms' }),
    /** Until when the line must work again (rules of telephone service, decree 59 of 24.01.2024). */
    restoreBy: integer('restore_by', { mode: 'timestamp_ms' }),
    unblockRequestId: text('unblock_request_id').references(() => requests.id),
    restoredAt: integer('restored_at', { mode: 'timestamp_ms' }),
    why: text(),
  },
  (t) => [
    uniqueIndex('suspensions_open')
      .on(t.lineId, t.measure)
      .where(sql`state not in ('declined', 'cancelled', 'restored', 'concluded')`),
    index('suspensions_by_state').on(t.state, t.proposedAt),
    index('suspensions_by_receivable').on(t.receivableId),
    index('suspensions_by_block').on(t.blockRequestId).where(sql`block_request_id is not null`),
    index('suspensions_by_unblock').on(t.unblockRequestId).where(sql`unblock_request_id is not null`),
  ],
);

/** The nightly work of one date, and how far it has come: what was written with a cursor is not done again. */
export const debtRuns = sqliteTable('debt_runs', {
  on: text().primaryKey(),
  cursor: text().notNull(),
  counts: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
});
