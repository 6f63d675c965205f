import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CallEventName } from '#app/features/call/call.ts';

/** Which agent sits at which telephone of the exchange. */
export const extensions = sqliteTable(
  'extensions',
  {
    number: text().primaryKey(),
    userId: text('user_id').notNull(),
  },
  (t) => [uniqueIndex('extensions_user').on(t.userId)],
);

/**
 * What the exchange told of a call, in the order we heard it. The same thing told twice is one row; the first
 * key makes a lost race fail the whole batch.
 */
export const callEvents = sqliteTable(
  'call_events',
  {
    callId: text('call_id').notNull(),
    place: integer().notNull(),
    event: text().$type<CallEventName>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    extension: text(),
    recordingUrl: text('recording_url'),
    heardAt: integer('heard_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.place] }),
    uniqueIndex('call_events_once').on(t.callId, t.event, t.at),
    index('call_events_heard').on(t.heardAt),
  ],
);
