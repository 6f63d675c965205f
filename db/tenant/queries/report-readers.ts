import { type SQL, sql } from 'drizzle-orm';
import { spentStates } from '#app/features/goodwill/goodwill.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { Grain } from '#app/features/metric/span.ts';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { cases } from '../schema/case.ts';
import { goodwillDecisions } from '../schema/goodwill.ts';
import { writtenSql } from './registry-sql.ts';
import type { Summed } from './report-cells.ts';

const unknown = sql`'-'`;
const caseKeys: Partial<Record<Dimension, SQL>> = {
  channel: sql`k.channel`,
  carrier: sql`coalesce(k.carrier, ${unknown})`,
  kind: sql`k.kind`,
  agent: sql`coalesce(k.assignee_id, ${unknown})`,
  topic: sql`coalesce(k.topic_id, ${unknown})`,
};

/** Whole days from which on an age begins. */
const ageBands = [30, 14, 7, 3, 1];
const dayMs = 86_400_000;

/** Open cases as they are now, all and those that were late: it has no past. By age the key is the days it begins with. */
export function listBacklogSums(db: TenantDb, dimension: Dimension | null, now: Date): Promise<Summed[]> {
  const bands = ageBands.map(
    (days) => sql`when k.created_at <= ${now.getTime() - days * dayMs} then ${`${days}`}`,
  );
  const age = sql`case ${sql.join(bands, sql` `)} else '0' end`;
  const key = dimension === null ? sql`''` : dimension === 'age' ? age : (caseKeys[dimension] ?? unknown);
  const counted = (measure: string, when: SQL) =>
    sql`select ${measure} as measure, ${key} as key, null as step, count(*) as value from ${cases} k
      where k.state in ('new', 'open', 'waiting') and ${when} group by 2`;
  return db.all<Summed>(
    sql`${counted('open', sql`true`)} union all ${counted('late', sql`k.breached_at is not null`)}`,
  );
}

type GoodwillAsked = {
  dimension: Dimension | null;
  from: Date;
  before: Date;
  localSql: (column: string) => string;
  steps: Grain | null;
};

/** What was decided in subscribers' favour and stands, in kopecks. */
export function listGoodwillSums(db: TenantDb, asked: GoodwillAsked): Promise<Summed[]> {
  const { dimension, from, before, localSql, steps } = asked;
  const date = writtenSql(`date(${localSql('g.at')} / 1000, 'unixepoch')`);
  const step = steps === null ? sql`null` : sql`substr(${date}, 1, ${steps === 'day' ? 10 : 7})`;
  const byAgent = dimension === 'agent' ? sql`g.agent_id` : null;
  const key = byAgent ?? (dimension === null ? sql`''` : (caseKeys[dimension] ?? unknown));
  return db.all<Summed>(sql`select 'given' as measure, ${key} as key, ${step} as step, sum(g.amount_kopecks) as value
    from ${goodwillDecisions} g join ${cases} k on k.id = g.case_id
    where g.state ${textsIn(spentStates)} and g.at >= ${from.getTime()} and g.at < ${before.getTime()} group by 2, 3`);
}
