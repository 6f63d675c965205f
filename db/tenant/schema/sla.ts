import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#app/features/access/role.ts';
import type { CalendarHours } from '#app/features/sla/calendar.ts';
import type { ContractTerms, Target } from '#app/features/sla/contract.ts';
import { cases } from './case.ts';

export const calendars = sqliteTable(
  'calendars',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('calendars_name').on(t.name)],
);

/** Who may ask later by which hours a clock ran: a version is replaced by another, never changed. */
const provenance = {
  /** Why it was made, in the person's words. */
  reason: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  replacedAt: integer('replaced_at', { mode: 'timestamp_ms' }),
};

export const calendarVersions = sqliteTable(
  'calendar_versions',
  {
    id: text().primaryKey(),
    calendarId: text('calendar_id')
      .notNull()
      .references(() => calendars.id),
    /** A date of the calendar's own zone. */
    effectiveFrom: text('effective_from').notNull(),
    hours: text({ mode: 'json' }).$type<CalendarHours>().notNull(),
    ...provenance,
  },
  (t) => [
    uniqueIndex('calendar_versions_in_force')
      .on(t.calendarId, t.effectiveFrom)
      .where(sql`replaced_at is null`),
  ],
);

/** The contract with the client company; there is one. */
export const contractVersions = sqliteTable(
  'contract_versions',
  {
    id: text().primaryKey(),
    effectiveFrom: integer('effective_from', { mode: 'timestamp_ms' }).notNull(),
    appliesTo: text('applies_to', { enum: ['new', 'open'] }).notNull(),
    terms: text({ mode: 'json' }).$type<ContractTerms>().notNull(),
    ...provenance,
  },
  (t) => [uniqueIndex('contract_versions_in_force').on(t.effectiveFrom).where(sql`replaced_at is null`)],
);

/** A warning or an escalation that was given: once for each clock and share. */
export const clockAlarms = sqliteTable(
  'clock_alarms',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    /** Which clock of the case, see clockKey. */
    clock: text().notNull(),
    target: text().$type<Target>().notNull(),
    /** In thousandths of the target. */
    share: integer().notNull(),
    /** 0: a warning to whoever has the case. */
    level: integer().notNull(),
    /** To whom an escalation went. */
    role: text().$type<Role>(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.clock, t.level, t.share] }),
    index('clock_alarms_by_time').on(t.at),
  ],
);

/** What was foretold of a waiting case, and what became of it. */
export const breachForecasts = sqliteTable(
  'breach_forecasts',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    clock: text().notNull(),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    /** When somebody was expected to be free for it. */
    takenAt: integer('taken_at', { mode: 'timestamp_ms' }),
    isLate: integer('is_late', { mode: 'boolean' }).notNull(),
    /** Whether it was late in the end; empty while it is not known. */
    wasLate: integer('was_late', { mode: 'boolean' }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.at] }),
    index('breach_forecasts_unknown').on(t.dueAt).where(sql`was_late is null`),
    index('breach_forecasts_by_time').on(t.at),
  ],
);
