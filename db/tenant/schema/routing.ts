import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseKind } from '#app/features/case/case.ts';
import type { Capacity, PresenceState } from '#app/features/routing/routing.ts';

/** What an agent can be given in this tenant. An empty list of a skill means: all of them. */
export const agentProfiles = sqliteTable('agent_profiles', {
  userId: text('user_id').primaryKey(),
  carriers: text({ mode: 'json' }).$type<string[]>().notNull(),
  kinds: text({ mode: 'json' }).$type<CaseKind[]>().notNull(),
  languages: text({ mode: 'json' }).$type<('ru' | 'en')[]>().notNull(),
  /** Whether those who want to leave are his to talk to. */
  saves: integer({ mode: 'boolean' }).notNull().default(true),
  /** How many open cases of a channel he is given at once. */
  capacity: text({ mode: 'json' }).$type<Capacity>().notNull(),
  /** Work comes by itself, or he takes it. */
  isPushed: integer('is_pushed', { mode: 'boolean' }).notNull(),
  /** Why he may not be given work now, such as an admission test that was not passed. */
  heldBackReason: text('held_back_reason'),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Whether an agent takes work now, by his own word or because his page fell silent. */
export const presences = sqliteTable('presences', {
  userId: text('user_id').primaryKey(),
  state: text().$type<PresenceState>().notNull(),
  since: integer({ mode: 'timestamp_ms' }).notNull(),
  /** When his page was last heard of. */
  seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
});
