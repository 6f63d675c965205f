import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { LeavingReason } from '#app/features/churn/churn.ts';
import type { LeavingWish, SaveState } from '#app/features/save-desk/save-desk.ts';
import { cases } from './case.ts';
import { lines } from './subscriber.ts';

/** One talk with a subscriber who asked to leave, from his wish to whether he is still here months later. */
export const saveTalks = sqliteTable(
  'save_talks',
  {
    id: text().primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    caseId: text('case_id').references(() => cases.id),
    state: text().$type<SaveState>().notNull(),
    version: integer().notNull(),
    wish: text().$type<LeavingWish>().notNull(),
    /** To whom he goes, in his words. */
    rival: text(),
    /** When he applied to the other carrier, a date of the tenant's zone; empty: not yet. */
    appliedOn: text('applied_on'),
    /** The earliest date on which the number may go, as things stand: what the desk hurries by. */
    clockOn: text('clock_on').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    /** Who talks to him. */
    agentId: text('agent_id'),
    reason: text().$type<LeavingReason>(),
    note: text(),
    closedBy: text('closed_by'),
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
    /** When it is looked at: of who stayed, whether he is still here; of who leaves, that he is gone. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }),
    /** When that was done. */
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
    formToken: text('form_token').notNull(),
  },
  (t) => [
    uniqueIndex('save_talks_form_token').on(t.formToken),
    uniqueIndex('save_talks_open').on(t.lineId).where(sql`state = 'open'`),
    index('save_talks_by_state').on(t.state, t.clockOn),
    index('save_talks_by_line').on(t.lineId, t.openedAt),
    index('save_talks_by_case').on(t.caseId).where(sql`case_id is not null`),
    index('save_talks_by_closing').on(t.closedAt).where(sql`closed_at is not null`),
  ],
);
