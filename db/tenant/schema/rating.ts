import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cases } from './case.ts';

/** What the subscriber said of a solved case; it hangs on the agent who solved it. One a case. */
export const ratings = sqliteTable(
  'ratings',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    agentId: text('agent_id').notNull(),
    /** 1…5. */
    stars: integer().notNull(),
    word: text(),
    /** 0…10: would he tell others of the company; asked rarely. */
    recommends: integer(),
    /** When the case was solved that is rated, and when he said it. */
    solvedAt: integer('solved_at', { mode: 'timestamp_ms' }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('ratings_by_agent').on(t.agentId, t.at), index('ratings_by_day').on(t.at)],
);
