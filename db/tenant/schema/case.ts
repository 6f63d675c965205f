import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { CaseKind, CaseState, Priority } from '#app/features/case/case.ts';
import type { Channel } from '#app/features/contact/contact.ts';
import { requests } from './request.ts';
import { lines, subscribers } from './subscriber.ts';

/** What cases are about, in two levels: a topic without a parent is a group. */
export const topics = sqliteTable(
  'topics',
  {
    id: text().primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => topics.id),
    title: text().notNull(),
    /** Who turns to us with it wants to leave: the save desk hears of him. */
    isLeaving: integer('is_leaving', { mode: 'boolean' }).notNull().default(false),
    /** Not offered any more, still shown where it was chosen. */
    retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('topics_title').on(t.parentId, t.title).where(sql`parent_id is not null`),
    uniqueIndex('topics_group').on(t.title).where(sql`parent_id is null`),
  ],
);

const openOnly = sql`state in ('new', 'open', 'waiting')`;

/** What a subscriber wants solved. It may span contacts and requests. */
export const cases = sqliteTable(
  'cases',
  {
    id: text().primaryKey(),
    /** Counted per tenant, spoken to people: 1042. */
    number: integer().notNull(),
    kind: text().$type<CaseKind>().notNull(),
    state: text().$type<CaseState>().notNull(),
    version: integer().notNull(),
    subject: text().notNull(),
    priority: text().$type<Priority>().notNull(),
    /** The channel of its first contact, in which it is answered. */
    channel: text().$type<Channel>().notNull(),
    language: text().notNull().default('ru'),
    subscriberId: text('subscriber_id').references(() => subscribers.id),
    lineId: text('line_id').references(() => lines.id),
    carrier: text(),
    topicId: text('topic_id').references(() => topics.id),
    assigneeId: text('assignee_id'),
    /** The version of the contract whose targets it is measured by; empty: no contract held then. */
    contractVersionId: text('contract_version_id'),
    /** The nearest target not yet met and its moment, as the clock last said; empty while it is paused. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }),
    dueTarget: text('due_target'),
    /** Why the clock stands still. */
    pausedReason: text('paused_reason'),
    /** The first target that was missed, and when. */
    breachedAt: integer('breached_at', { mode: 'timestamp_ms' }),
    snoozedUntil: integer('snoozed_until', { mode: 'timestamp_ms' }),
    isSolvedAtFirst: integer('is_solved_at_first', { mode: 'boolean' }),
    incidentId: text('incident_id'),
    mergedInto: text('merged_into').references((): AnySQLiteColumn => cases.id),
    /** The newest message a person should have seen before he answers. */
    lastMessageId: text('last_message_id'),
    lastInboundAt: integer('last_inbound_at', { mode: 'timestamp_ms' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('cases_number').on(t.number),
    index('cases_by_state').on(t.state, t.id),
    index('cases_open_due').on(t.dueAt, t.id).where(openOnly),
    index('cases_open_by_assignee').on(t.assigneeId, t.dueAt).where(openOnly),
    index('cases_open_by_topic').on(t.topicId, t.id).where(openOnly),
    index('cases_open_newest').on(t.id).where(openOnly),
    index('cases_unassigned')
      .on(sql`due_at is null`, t.dueAt)
      .where(sql`assignee_id is null and state in ('new', 'open')`),
    index('cases_solved').on(t.changedAt).where(sql`state = 'solved'`),
    index('cases_by_assignee').on(t.assigneeId, t.id),
    index('cases_by_topic').on(t.topicId, t.id),
    index('cases_by_kind').on(t.kind, t.id),
    index('cases_by_carrier').on(t.carrier, t.id),
    index('cases_by_subscriber').on(t.subscriberId, t.id),
    index('cases_by_incident').on(t.incidentId, t.id).where(sql`incident_id is not null`),
    index('cases_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    index('cases_snoozed').on(t.snoozedUntil).where(sql`snoozed_until is not null`),
  ],
);

/** What happened to a case: one row a move or change. The key makes a lost race fail the whole batch. */
export const caseEvents = sqliteTable(
  'case_events',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    version: integer().notNull(),
    event: text().notNull(),
    fromState: text('from_state').$type<CaseState>().notNull(),
    toState: text('to_state').$type<CaseState>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** A user id, `subscriber` or `worker`. */
    actor: text().notNull(),
    note: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.version] })],
);

/** A request was made to solve a case. */
export const caseRequests = sqliteTable(
  'case_requests',
  {
    requestId: text('request_id')
      .primaryKey()
      .references(() => requests.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
  },
  (t) => [index('case_requests_case').on(t.caseId)],
);

export const caseFollowers = sqliteTable(
  'case_followers',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    userId: text('user_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId] }), index('case_followers_case').on(t.caseId)],
);

/** Up to which message a person has read a case. */
export const caseReads = sqliteTable(
  'case_reads',
  {
    userId: text('user_id').notNull(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    messageId: text('message_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId] })],
);

/** One step of a complaint taken as a gift. */
export const complaintSteps = sqliteTable(
  'complaint_steps',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    step: text().notNull(),
    text: text().notNull(),
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.step] }), index('complaint_steps_lessons').on(t.step, t.at)],
);
