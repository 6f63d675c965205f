import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { GoodwillKind, GoodwillState } from '#app/features/goodwill/goodwill.ts';
import { cases } from './case.ts';

/** How much agents may decide by themselves. Dated: the newest that has begun holds. */
export const goodwillBudgets = sqliteTable(
  'goodwill_budgets',
  {
    id: text().primaryKey(),
    from: integer({ mode: 'timestamp_ms' }).notNull(),
    agentMonthKopecks: integer('agent_month_kopecks').notNull(),
    caseKopecks: integer('case_kopecks').notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [uniqueIndex('goodwill_budgets_from').on(t.from)],
);

/** One decision in a subscriber's favour. */
export const goodwillDecisions = sqliteTable(
  'goodwill_decisions',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    agentId: text('agent_id').notNull(),
    /** `2026-03` in the tenant's zone, and which of the agent's decisions in it: two at once cannot both be the fifth. */
    month: text().notNull(),
    sequence: integer().notNull(),
    kind: text().$type<GoodwillKind>().notNull(),
    amountKopecks: integer('amount_kopecks').notNull(),
    reason: text().notNull(),
    state: text().$type<GoodwillState>().notNull(),
    /** The lead who was asked because it was above the budget, and when he answered. */
    answeredBy: text('answered_by'),
    answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
    /** What came of it, once it is known. */
    hasStayed: integer('has_stayed', { mode: 'boolean' }),
    rating: integer(),
    /** Told to all as one of the best of the month. */
    story: text(),
    formToken: text('form_token').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('goodwill_form_token').on(t.formToken),
    uniqueIndex('goodwill_sequence').on(t.agentId, t.month, t.sequence),
    index('goodwill_by_case').on(t.caseId),
    index('goodwill_by_month').on(t.month, t.state),
    index('goodwill_asked').on(t.id).where(sql`state = 'asked'`),
  ],
);
