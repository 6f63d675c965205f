import { type SQL, sql } from 'drizzle-orm';
import type { MeasureKey } from '#app/features/metric/measure.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { Grain, SpanPiece } from '#app/features/metric/span.ts';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { reportCells } from '../schema/report.ts';

export type Summed = { measure: string; key: string; step: string | null; value: number };
type Asked = {
  measures: readonly MeasureKey[];
  dimension: Dimension | 'all';
  /** Only this one. */
  key: string | null;
  pieces: readonly SpanPiece[];
  /** Step by step, or all in one. */
  steps: Grain | null;
};

/** Sums of measures over a span, by key; nothing where nothing was counted. */
export function listCellSums(db: TenantDb, asked: Asked): Promise<Summed[]> {
  const step = asked.steps === null ? sql`null` : sql`substr(period, 1, ${asked.steps === 'day' ? 10 : 7})`;
  const parts = asked.pieces.map((piece) => cellsOf(asked, piece));
  if (parts.length === 0) return Promise.resolve([]);
  return db.all<Summed>(sql`select measure, key, ${step} as step, sum(value) as value
    from (${sql.join(parts, sql` union all `)}) group by measure, key, step`);
}

function cellsOf({ measures, dimension, key }: Asked, { grain, from, to }: SpanPiece): SQL {
  const ofKey = key === null ? sql`` : sql`and key = ${key}`;
  return sql`select measure, key, period, value from ${reportCells} where measure ${textsIn(measures)}
    and dimension = ${dimension} and grain = ${grain} and period between ${from} and ${to} ${ofKey}`;
}
