import { sql } from 'drizzle-orm';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { Grain } from '#app/features/metric/span.ts';
import type { TenantDb } from '../../open.ts';
import { type KeptSource, keptMeasure, keptTableOf, keptWithin } from './kept-rows.ts';
import { writtenSql } from './registry-sql.ts';
import type { Summed } from './report-cells.ts';

type Asked = {
  measures: readonly string[];
  dimension: Dimension | null;
  from: Date;
  before: Date;
  localSql: (column: string) => string;
  steps: Grain | null;
  now: Date;
};

/** Sums of what is counted where it is kept, by key and step. */
export function listKeptSums(db: TenantDb, source: KeptSource, asked: Asked): Promise<Summed[]> {
  const { dimension, steps, localSql, now } = asked;
  const { from, at, keys } = keptTableOf(source);
  const key = dimension === null ? sql`''` : (keys(now)[dimension] ?? sql`'-'`);
  const date = sql`date(${writtenSql(localSql('at'))} / 1000, 'unixepoch')`;
  const step = steps === null ? sql`null` : sql`substr(${date}, 1, ${steps === 'day' ? 10 : 7})`;
  const parts = asked.measures.map((measure) => {
    const { when, value } = keptMeasure(source, measure);
    return sql`select ${measure} as measure, ${key} as key, ${at ?? sql`0`} as at, ${value} as value
      from ${from} where ${keptWithin(source, asked)} and ${when}`;
  });
  return db.all<Summed>(sql`select measure, key, ${step} as step, sum(value) as value
    from (${sql.join(parts, sql` union all `)}) group by 1, 2, 3`);
}
