import { type SQL, sql } from 'drizzle-orm';
import type { Dimension } from '#app/features/metric/metric.ts';

/** Dates of the tenant's zone, both within; the instants they reach over; and which date it is now. */
export type KeptSpan = { from: string; to: string; since: Date; before: Date; now: Date; today: string };

/** What a measure is about and what it adds. */
export type KeptMeasure = { when: SQL; value: SQL };

/**
 * Rows that are counted where they are kept, and not from facts. `id`: a row's own; `time`: the instant, epoch ms, or
 * the date by which it counts, empty where the table says what stood at a time; `shown`: what a list says of it, in the
 * order of `shownColumns`. A line `l` may be left out by sums.
 */
export type KeptTable = {
  from: SQL;
  id: SQL;
  time: { at: SQL } | { on: SQL } | null;
  shown: SQL;
  keys: Partial<Record<Dimension, SQL>>;
  measures: Readonly<Record<string, KeptMeasure>>;
};

export const shownColumns = sql`number, at, channel, carrier, kind, state, msisdn`;
export const unknown = sql`'-'`;
export const one = (when: SQL): KeptMeasure => ({ when, value: sql`1` });

/** The noon of a date as epoch ms: the same date in every zone of ours. */
export function noonOf(on: SQL): SQL {
  return sql`unixepoch(${on}) * 1000 + 32400000`;
}
