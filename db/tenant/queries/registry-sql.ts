import { type SQL, sql } from 'drizzle-orm';
import { type FactEntity, type MeasureKey, measureOf } from '#app/features/metric/measure.ts';
import type { Dimension } from '#app/features/metric/metric.ts';

/** SQL that is written out in this tree, such as a condition of the registry. What anybody sends never comes here. */
export function writtenSql(text: string): SQL {
  return sql.raw(text);
}

/** What the registry says of a measure, as parts of a statement. */
export function measureSql(key: MeasureKey): { day: SQL; value: SQL; when: SQL } {
  const { day, value, when = '1' } = measureOf(key);
  return { day: writtenSql(day), value: writtenSql(value), when: sql`(${writtenSql(when)})` };
}

/** Facts know neither age nor plan nor bucket: they are of what is counted where it is kept. */
export const groupColumns: Record<Dimension, SQL> = {
  age: sql`null`,
  plan: sql`null`,
  bucket: sql`null`,
  channel: sql`channel`,
  carrier: sql`carrier`,
  kind: sql`kind`,
  agent: sql`agent`,
  topic: sql`topic`,
  hour: sql`hour`,
};

export const entityTables: Record<Exclude<FactEntity, 'clock'>, SQL> = {
  case: sql`cases`,
  request: sql`requests`,
  contact: sql`contacts`,
};
