import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ExtraWorkKind, ExtraWorkState } from '#app/features/intraday/extra-work.ts';
import type { PresenceState } from '#app/features/routing/routing.ts';
import { absences, type KeptShift, publishedShifts } from './shift.ts';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** What each person has said of himself since when: who has gone has no open one. */
export const presenceSpans = sqliteTable(
  'presence_spans',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    state: text().$type<PresenceState>().notNull(),
    fromAt: moment('from_at').notNull(),
    /** Empty: it lasts. */
    toAt: moment('to_at'),
  },
  (t) => [
    uniqueIndex('presence_spans_open').on(t.userId).where(sql`to_at is null`),
    index('presence_spans_by_person').on(t.userId, t.fromAt),
    index('presence_spans_by_time').on(t.fromAt),
  ],
);

/** How the roster rules the desk; the newest row is in force. */
export const shiftSettings = sqliteTable('shift_settings', {
  id: text().primaryKey(),
  /** Who is off shift is given no new work, where there is a published plan. */
  holdsOffShift: integer('holds_off_shift', { mode: 'boolean' }).notNull(),
  /** Who goes home within so many minutes is given no new work either. */
  lastMinutes: integer('last_minutes').notNull().default(15),
  /** A legal exchange that leaves no new gap needs no planner. */
  approvesByRule: integer('approves_by_rule', { mode: 'boolean' }).notNull(),
  changedAt: moment('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

/** Addresses under which a person's calendar program reads his shifts; only the hash of the secret part is kept. */
export const shiftFeeds = sqliteTable(
  'shift_feeds',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    uniqueIndex('shift_feeds_token').on(t.tokenHash),
    uniqueIndex('shift_feeds_one').on(t.userId).where(sql`revoked_at is null`),
  ],
);

/** Work beyond the plan that a person is asked for. */
export const extraWork = sqliteTable(
  'extra_work',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    kind: text().$type<ExtraWorkKind>().notNull(),
    /** The shift that it lengthens. */
    shiftId: text('shift_id').references(() => publishedShifts.id),
    /** The day on which the shift begins, which counts against the law's limits. */
    date: text().notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    skill: text(),
    state: text().$type<ExtraWorkState>().notNull(),
    version: integer().notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    index('extra_work_by_person').on(t.userId, t.date),
    uniqueIndex('extra_work_once').on(t.userId, t.date).where(sql`state = 'asked'`),
  ],
);

/** The changes that were last shown to mend the plans of a sickness, so that they are carried out as they were seen. */
export const mendings = sqliteTable('mendings', {
  absenceId: text('absence_id')
    .primaryKey()
    .references(() => absences.id),
  /** Of this reckoning: another takes its place when what it stands on has changed. */
  id: text().notNull(),
  /** Hash of all it was reckoned from. */
  basis: text().notNull(),
  changes: text({ mode: 'json' }).$type<KeptMending[]>().notNull(),
  madeAt: moment('made_at').notNull(),
  acceptedAt: moment('accepted_at'),
  acceptedBy: text('accepted_by'),
});

/** A person's day that is to change. None before: a shift is new; none after: it falls away. */
export type KeptMending = {
  rosterId: string;
  userId: string;
  before: KeptVersion | null;
  after: KeptVersion | null;
};
type KeptVersion = KeptShift & { version: number };
