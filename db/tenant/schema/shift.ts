import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RosterOutcome } from '#app/features/shift/roster-outcome.ts';
import type {
  AbsenceKind,
  AbsenceState,
  AvailableTime,
  Presence,
  Protection,
  RosterChangeKind,
  RosterState,
  RuleMode,
  ShiftBreak,
  ShiftFacts,
  ShiftOfferKind,
  ShiftOfferState,
  WishKind,
} from '#app/features/shift/shift.ts';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** On what terms a person works: what his contract and the law allow to plan him for. */
export const workTerms = sqliteTable('work_terms', {
  userId: text('user_id').primaryKey(),
  /** IANA zone in which he lives: his nights are counted by its wall clock. */
  timeZone: text('time_zone').notNull(),
  weekMinutesMin: integer('week_minutes_min').notNull(),
  weekMinutesMax: integer('week_minutes_max').notNull(),
  /** Hours are summed up over so many months; 0: each week by itself. */
  accountingMonths: integer('accounting_months').notNull(),
  maxDayMinutes: integer('max_day_minutes').notNull(),
  protections: text({ mode: 'json' }).$type<Protection[]>().notNull(),
  /** Consents in writing to work nights, where the law asks for it. */
  nightConsent: integer('night_consent', { mode: 'boolean' }).notNull(),
  /** Empty: always. */
  available: text({ mode: 'json' }).$type<AvailableTime[]>().notNull(),
  hiredOn: text('hired_on').notNull(),
  endsOn: text('ends_on'),
  version: integer().notNull(),
  changedAt: moment('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

export const absences = sqliteTable(
  'absences',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    fromAt: moment('from_at').notNull(),
    toAt: moment('to_at').notNull(),
    kind: text().$type<AbsenceKind>().notNull(),
    state: text().$type<AbsenceState>().notNull(),
    version: integer().notNull().default(0),
    note: text(),
    askedAt: moment('asked_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    /** Why it was refused. */
    reason: text(),
  },
  (t) => [
    index('absences_by_person').on(t.userId, t.fromAt),
    index('absences_by_time').on(t.toAt, t.state),
    index('absences_asked').on(t.askedAt).where(sql`state = 'asked'`),
  ],
);

export const wishes = sqliteTable(
  'wishes',
  {
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    date: text().notNull(),
    kind: text().$type<WishKind>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('wishes_one').on(t.date, t.userId)],
);

export const shiftTemplates = sqliteTable(
  'shift_templates',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Minutes of the tenant's wall clock after midnight at which it may start. */
    starts: text({ mode: 'json' }).$type<number[]>().notNull(),
    presences: text({ mode: 'json' }).$type<Presence[]>().notNull(),
    version: integer().notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [uniqueIndex('shift_templates_name').on(t.name).where(sql`retired_at is null`)],
);

/** Only what this tenant changed of the labour rules. */
export const labourRules = sqliteTable('labour_rules', {
  key: text().primaryKey(),
  mode: text().$type<RuleMode>().notNull(),
  value: integer(),
  weight: integer().notNull(),
  version: integer().notNull(),
  changedAt: moment('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

/** A plan of some weeks. */
export const rosters = sqliteTable(
  'rosters',
  {
    id: text().primaryKey(),
    fromDate: text('from_date').notNull(),
    /** Exclusive. */
    toDate: text('to_date').notNull(),
    state: text().$type<RosterState>().notNull(),
    /** Counts its changes: the newest of them bears the same number. */
    version: integer().notNull(),
    /** The engine's last answer, and while it is at work its best so far. */
    outcome: text({ mode: 'json' }).$type<RosterOutcome>(),
    /** The run of the engine that may write here; empty: none is asked for. */
    solveId: text('solve_id'),
    /** When that run was last heard of. */
    solveSeenAt: moment('solve_seen_at'),
    seed: integer().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
  },
  (t) => [uniqueIndex('rosters_from').on(t.fromDate).where(sql`state <> 'retired'`)],
);

const shiftColumns = {
  id: text().primaryKey(),
  rosterId: text('roster_id')
    .notNull()
    .references(() => rosters.id),
  userId: text('user_id').notNull(),
  /** The day of the tenant's zone on which it starts; a night belongs to it whole. */
  date: text().notNull(),
  startsAt: moment('starts_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  breaks: text({ mode: 'json' }).$type<ShiftBreak[]>().notNull(),
  /** The carrier it is for; empty: any he may serve. */
  skill: text(),
  templateId: text('template_id').references(() => shiftTemplates.id),
  version: integer().notNull(),
};

/** The planner's draft. */
export const shifts = sqliteTable(
  'shifts',
  {
    ...shiftColumns,
    /** The engine leaves it where it is. */
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull(),
    note: text(),
  },
  (t) => [
    uniqueIndex('shifts_one_a_day').on(t.userId, t.date),
    index('shifts_by_roster').on(t.rosterId, t.date),
    index('shifts_by_time').on(t.endsAt, t.startsAt),
  ],
);

/** What people have been told. */
export const publishedShifts = sqliteTable(
  'published_shifts',
  {
    ...shiftColumns,
    publishedAt: moment('published_at').notNull(),
    /** He has seen it as it now is. */
    ackAt: moment('ack_at'),
    /** Told less than a month before it begins, so that it holds only with his consent (article 103). */
    needsConsent: integer('needs_consent', { mode: 'boolean' }).notNull(),
    consentAt: moment('consent_at'),
    cancelledAt: moment('cancelled_at'),
  },
  (t) => [
    index('published_shifts_by_person').on(t.userId, t.startsAt),
    index('published_shifts_by_time').on(t.endsAt, t.startsAt),
    index('published_shifts_by_roster').on(t.rosterId, t.date),
  ],
);

/** A shift its owner wants to give away, or to change for another's. */
export const shiftOffers = sqliteTable(
  'shift_offers',
  {
    id: text().primaryKey(),
    shiftId: text('shift_id')
      .notNull()
      .references(() => publishedShifts.id),
    offeredBy: text('offered_by').notNull(),
    kind: text().$type<ShiftOfferKind>().notNull(),
    wantedShiftId: text('wanted_shift_id').references(() => publishedShifts.id),
    takenBy: text('taken_by'),
    state: text().$type<ShiftOfferState>().notNull(),
    version: integer().notNull(),
    /** What its owner wrote to it. */
    reason: text(),
    createdAt: moment('created_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    /** Why a planner refused it. */
    refusal: text(),
  },
  (t) => [
    uniqueIndex('shift_offers_open').on(t.shiftId).where(sql`state in ('open', 'taken')`),
    index('shift_offers_by_state').on(t.state, t.createdAt),
  ],
);

/** Each change of a roster, so that it can be told and undone. */
export const rosterChanges = sqliteTable(
  'roster_changes',
  {
    id: text().primaryKey(),
    rosterId: text('roster_id')
      .notNull()
      .references(() => rosters.id),
    /** The roster's version after it. */
    version: integer().notNull(),
    by: text().notNull(),
    at: moment('at').notNull(),
    kind: text().$type<RosterChangeKind>().notNull(),
    /** The shifts it touched as they were, and as they became. */
    before: text({ mode: 'json' }).$type<KeptShift[]>().notNull(),
    after: text({ mode: 'json' }).$type<KeptShift[]>().notNull(),
    why: text(),
    /** The change that took it back. */
    undoneBy: text('undone_by'),
  },
  (t) => [uniqueIndex('roster_changes_version').on(t.rosterId, t.version)],
);

/** A shift as the log keeps it: instants as epoch ms. */
export type KeptShift = Omit<ShiftFacts, 'startsAt' | 'endsAt'> & {
  startsAt: number;
  endsAt: number;
  isPinned: boolean;
  note: string | null;
};
