import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FactEntity, MeasureKey } from '#app/features/metric/measure.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { RequestState } from '#app/features/request/request.ts';
import type { Target } from '#app/features/sla/contract.ts';

/** Whose facts no longer fit the log. Triggers write it, so that no command can forget; told anew, it moves to the end. */
export const reportChanges = sqliteTable(
  'report_changes',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    entity: text().$type<FactEntity>().notNull(),
    id: text().notNull(),
  },
  (t) => [uniqueIndex('report_changes_once').on(t.entity, t.id)],
);

/** A column that facts are grouped by; `-`: not known. Days are numbered from 1970-01-01, of the tenant's zone. */
const group = (name: string) => text(name).notNull().default('-');

/** What the log says of a case that counts: a merged one does not, nor a question about a number. */
export const caseFacts = sqliteTable(
  'case_facts',
  {
    id: text().primaryKey(),
    channel: group('channel'),
    carrier: group('carrier'),
    kind: group('kind'),
    agent: group('agent'),
    topic: group('topic'),
    hour: group('hour'),
    openedDay: integer('opened_day').notNull(),
    /** Of the last solution, while it stands. */
    solvedDay: integer('solved_day'),
    solveMs: integer('solve_ms'),
    /** Of the first time it was opened again. */
    reopenedDay: integer('reopened_day'),
    isAnswered: integer('is_answered').notNull(),
    /** To others than the first line. */
    isPassedOn: integer('is_passed_on').notNull(),
    ratedDay: integer('rated_day'),
    stars: integer(),
    recommends: integer(),
  },
  (t) => [
    index('case_facts_opened').on(t.openedDay),
    index('case_facts_solved').on(t.solvedDay).where(sql`solved_day is not null`),
    index('case_facts_reopened').on(t.reopenedDay).where(sql`reopened_day is not null`),
    index('case_facts_rated').on(t.ratedDay).where(sql`rated_day is not null`),
  ],
);

/** What became of each promise of a case, by the clock. */
export const caseClocks = sqliteTable(
  'case_clocks',
  {
    caseId: text('case_id').notNull(),
    place: integer().notNull(),
    target: text().$type<Target>().notNull(),
    /** When it was met or due, whichever came first; empty: neither yet. */
    judgedDay: integer('judged_day'),
    isMet: integer('is_met'),
    spentMs: integer('spent_ms').notNull(),
    /** Of one that is not judged: when it will be, if nobody answers. */
    dueAt: integer('due_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.place] }),
    index('case_clocks_judged').on(t.judgedDay, t.target).where(sql`judged_day is not null`),
    index('case_clocks_due').on(t.dueAt).where(sql`due_at is not null`),
  ],
);

/** What the log says of a request that was sent on its way. */
export const requestFacts = sqliteTable(
  'request_facts',
  {
    id: text().primaryKey(),
    carrier: group('carrier'),
    kind: group('kind'),
    agent: group('agent'),
    receivedDay: integer('received_day').notNull(),
    /** Of the first time a person had to act. */
    manualDay: integer('manual_day'),
    finalDay: integer('final_day'),
    outcome: text().$type<RequestState>(),
    leadMs: integer('lead_ms'),
    /** Of them, while it lay with the carrier. */
    carrierMs: integer('carrier_ms'),
  },
  (t) => [
    index('request_facts_received').on(t.receivedDay),
    index('request_facts_manual').on(t.manualDay).where(sql`manual_day is not null`),
    index('request_facts_final').on(t.finalDay).where(sql`final_day is not null`),
  ],
);

/** What is counted of a contact, on the day it began. */
export const contactFacts = sqliteTable(
  'contact_facts',
  {
    id: text().primaryKey(),
    channel: group('channel'),
    carrier: group('carrier'),
    agent: group('agent'),
    topic: group('topic'),
    hour: group('hour'),
    day: integer().notNull(),
    isInbound: integer('is_inbound').notNull(),
    /** Of an inbound call that is over: `answered`, `abandoned`, or `short`, given up too soon to count. */
    call: text({ enum: ['answered', 'abandoned', 'short'] }),
    isInTime: integer('is_in_time').notNull(),
    waitMs: integer('wait_ms').notNull(),
    handlingMs: integer('handling_ms').notNull(),
    /** Whether the first line could have solved it, and did without his coming back. */
    isFirstLine: integer('is_first_line').notNull(),
    isSolvedAtFirst: integer('is_solved_at_first').notNull(),
    isRepeat: integer('is_repeat').notNull(),
  },
  (t) => [index('contact_facts_day').on(t.day)],
);

const cellColumns = () => ({
  measure: text().$type<MeasureKey>().notNull(),
  dimension: text().$type<Dimension | 'all'>().notNull(),
  grain: text({ enum: ['day', 'month'] }).notNull(),
  /** `2026-11-22` or `2026-11`, of the tenant's zone. */
  period: text().notNull(),
  key: text().notNull(),
  value: integer().notNull(),
});

/** Sums of the facts' measures by day or month and by group; `all` has the one key ''. No sum of nothing is kept. */
export const reportCells = sqliteTable('report_cells', cellColumns(), (t) => [
  primaryKey({ columns: [t.measure, t.dimension, t.grain, t.period, t.key] }),
  index('report_cells_empty').on(t.measure).where(sql`value = 0`),
]);

/** The same while everything is counted from zero: it takes their place when all is counted, and not before. */
export const reportCellsNext = sqliteTable('report_cells_next', cellColumns(), (t) => [
  primaryKey({ columns: [t.measure, t.dimension, t.grain, t.period, t.key] }),
]);

/** How far counting everything anew has come: the facts of an entity, the cells after them; `entity` empty: it is done. */
export const reportRebuilds = sqliteTable('report_rebuilds', {
  id: integer().primaryKey(),
  entity: text().$type<FactEntity | 'cells'>(),
  cursor: text().notNull(),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
});
