import { type SQL, sql } from 'drizzle-orm';
import { baseRows, departureRows, joinedRows, returnRows, saveRows } from './kept-base-rows.ts';
import { backlogRows, goodwillRows, lessonRows } from './kept-case-rows.ts';
import { overdueRows, paymentRows, promiseRows, rollRows } from './kept-debt-rows.ts';
import type { KeptMeasure, KeptSpan, KeptTable } from './kept-table.ts';

/** Everything that is counted where it is kept. */
const keptTables = {
  backlog: backlogRows,
  goodwill: goodwillRows,
  lessons: lessonRows,
  base: baseRows,
  joined: joinedRows,
  departures: departureRows,
  returns: returnRows,
  saves: saveRows,
  payments: paymentRows,
  promises: promiseRows,
  overdue: overdueRows,
  rolls: rollRows,
} as const satisfies Record<string, (span: KeptSpan) => KeptTable>;
export type KeptSource = keyof typeof keptTables;

export function isKept(source: string): source is KeptSource {
  return Object.hasOwn(keptTables, source);
}

export function keptTableOf(source: KeptSource, span: KeptSpan): KeptTable {
  return keptTables[source](span);
}

/** Of what counts by a time the rows within the span; of what stood at its end all. */
export function keptWithin({ time }: Pick<KeptTable, 'time'>, { from, to, since, before }: KeptSpan): SQL {
  if (time === null) return sql`true`;
  if ('on' in time) return sql`${time.on} between ${from} and ${to}`;
  return sql`${time.at} >= ${since.getTime()} and ${time.at} < ${before.getTime()}`;
}

export function keptMeasure({ measures }: Pick<KeptTable, 'measures'>, measure: string): KeptMeasure {
  const found = measures[measure];
  if (!found) throw new RangeError(`Nothing called ${measure} is kept there.`);
  return found;
}
