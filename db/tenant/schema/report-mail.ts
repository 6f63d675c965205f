import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DispatchState, Mailed, MailedFile, Rhythm } from '#app/features/report-mail/report-mail.ts';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** An address for reports. Nothing but the question whether it wants them goes there until it said so. */
export const reportAddresses = sqliteTable(
  'report_addresses',
  {
    id: text().primaryKey(),
    address: text().notNull(),
    language: text({ enum: ['ru', 'en'] }).notNull(),
    addedBy: text('added_by').notNull(),
    /** When it was asked last; the link of that mail alone confirms. */
    askedAt: moment('asked_at').notNull(),
    /** How often within a day. */
    asks: integer().notNull(),
    confirmedAt: moment('confirmed_at'),
    /** It wants no more. */
    endedAt: moment('ended_at'),
  },
  (t) => [uniqueIndex('report_addresses_once').on(t.address)],
);

/** Which report goes where, and when next. */
export const reportSchedules = sqliteTable(
  'report_schedules',
  {
    id: text().primaryKey(),
    mailed: text({ mode: 'json' }).$type<Mailed>().notNull(),
    file: text().$type<MailedFile>().notNull(),
    rhythm: text({ mode: 'json' }).$type<Rhythm>().notNull(),
    addressIds: text('address_ids', { mode: 'json' }).$type<string[]>().notNull(),
    nextAt: moment('next_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    removedBy: text('removed_by'),
    removedAt: moment('removed_at'),
  },
  (t) => [index('report_schedules_due').on(t.nextAt).where(sql`removed_at is null`)],
);

/** One mail with a report: to an address, of a moment, once. */
export const reportDispatches = sqliteTable(
  'report_dispatches',
  {
    id: text().primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => reportSchedules.id),
    addressId: text('address_id')
      .notNull()
      .references(() => reportAddresses.id),
    dueAt: moment('due_at').notNull(),
    state: text().$type<DispatchState>().notNull(),
    claimedAt: moment('claimed_at'),
    sentAt: moment('sent_at'),
    failure: text(),
  },
  (t) => [
    uniqueIndex('report_dispatches_once').on(t.scheduleId, t.addressId, t.dueAt),
    index('report_dispatches_by_time').on(t.dueAt),
  ],
);
