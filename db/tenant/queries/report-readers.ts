import { type SQL, sql } from 'drizzle-orm';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { Grain } from '#app/features/metric/span.ts';
import type { TenantDb } from '../../open.ts';
import { baseSumsOf, type SumTable } from './base-cells.ts';
import { type KeptSource, keptMeasure, keptTableOf, keptWithin } from './kept-rows.ts';
import { type KeptSpan, unknown } from './kept-table.ts';
import { writtenSql } from './registry-sql.ts';
import type { Summed } from './report-cells.ts';

type Asked = {
  source: KeptSource;
  measures: readonly string[];
  dimension: Dimension | null;
  span: KeptSpan;
  localSql: (column: string) => string;
  steps: Grain | null;
};

/** Sums of what is counted where it is kept, by key and step. */
export function listKeptSums(db: TenantDb, asked: Asked): Promise<Summed[]> {
  const { source, measures, dimension, span } = asked;
  const table = baseSumsOf(source, span, dimension) ?? keptTableOf(source, span);
  const key = dimension === null ? sql`''` : (table.keys[dimension] ?? unknown);
  const parts = measures.map((measure) => {
    const { when, value } = keptMeasure(table, measure);
    return sql`select ${measure} as measure, ${key} as key, ${timeOf(table)} as time, ${value} as value
      from ${table.from} where ${keptWithin(table, span)} and ${when}`;
  });
  return db.all<Summed>(sql`select measure, key, ${stepOf(table, asked)} as step, sum(value) as value
    from (${sql.join(parts, sql` union all `)}) group by 1, 2, 3`);
}

function timeOf({ time }: SumTable): SQL {
  if (time === null) return sql`null`;
  return 'at' in time ? time.at : time.on;
}

function stepOf({ time }: SumTable, { steps, localSql }: Asked): SQL {
  if (steps === null || time === null) return sql`null`;
  const date = 'on' in time ? sql`time` : sql`date(${writtenSql(localSql('time'))} / 1000, 'unixepoch')`;
  return sql`substr(${date}, 1, ${steps === 'day' ? 10 : 7})`;
}
