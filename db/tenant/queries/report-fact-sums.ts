import { type SQL, sql } from 'drizzle-orm';
import { type MeasureKey, measureOf } from '#app/features/metric/measure.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { Grain } from '#app/features/metric/span.ts';
import type { TenantDb } from '../../open.ts';
import { groupColumns, measureSql, writtenSql } from './registry-sql.ts';
import type { Summed } from './report-cells.ts';
import { factsFrom } from './report-moves.ts';

type Asked = {
  measures: readonly MeasureKey[];
  by: Dimension;
  where: { dimension: Dimension; key: string };
  /** Numbers of days from 1970-01-01 of the tenant's zone, both within. */
  from: number;
  to: number;
  steps: Grain | null;
};

/** One group taken apart by another: no cells are kept of two, so the facts of the span are gone through. */
export function listFactSums(db: TenantDb, asked: Asked): Promise<Summed[]> {
  const parts = asked.measures.map((key) => sumsOf(asked, key));
  return parts.length === 0 ? Promise.resolve([]) : db.all<Summed>(sql`${sql.join(parts, sql` union all `)}`);
}

function sumsOf({ by, where, from, to, steps }: Asked, measure: MeasureKey): SQL {
  const { day, value, when } = measureSql(measure);
  const date = sql`date(${day} * 86400, 'unixepoch')`;
  const step = steps === null ? sql`null` : steps === 'day' ? date : sql`substr(${date}, 1, 7)`;
  const facts = writtenSql(factsFrom[measureOf(measure).of].from);
  return sql`select ${measure} as measure, ${groupColumns[by]} as key, ${step} as step, sum(${value}) as value
    from ${facts} where ${day} between ${from} and ${to} and ${when} and ${groupColumns[where.dimension]} = ${where.key}
    group by 2, 3`;
}
