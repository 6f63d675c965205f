import { type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Statement } from './commit.ts';
import { rowsFrom } from './json-rows.ts';
import type { TenantDb } from './open.ts';
import { outbox } from './tenant/schema/outbox.ts';

export type Work = {
  queue: string;
  payload: Record<string, unknown>;
  /** What is bounded together: a carrier account's id, or the queue's name. */
  gate: string;
  lane: 'interactive' | 'bulk';
  dueAt: Date;
};

/** The statement that calls for work: goes into the batch of the fact that needs it. */
export function callFor(db: TenantDb, work: Work, now: Date): Statement {
  return db.insert(outbox).values({ id: uuid(), ...work, createdAt: now });
}

/** Calls for much work of one kind at once. */
export function callForAll(
  db: TenantDb,
  { queue, gate, lane, dueAt }: Omit<Work, 'payload'>,
  payloads: readonly Work['payload'][],
  now: Date,
): Statement[] {
  if (payloads.length === 0) return [];
  const place = sql`${gate}, ${lane}, ${dueAt.getTime()}, null, 0, null, ${now.getTime()}`;
  const given = rowsFrom(payloads.map((payload) => [uuid(), payload]));
  return [db.insert(outbox).select(sql`select value ->> 0, ${queue}, value -> 1, ${place} ${given}`)];
}

/**
 * The same, where a query says when the batch is written whether there is such work and what it carries.
 * `from`: from a clause on; it finds one row or none.
 */
export function callForFound(
  db: TenantDb,
  { queue, gate, lane, dueAt }: Omit<Work, 'payload'>,
  { payload, from }: { payload: SQL; from: SQL },
  now: Date,
): Statement {
  const [due, at] = [dueAt.getTime(), now.getTime()];
  const row = sql`${uuid()}, ${queue}, ${payload}, ${gate}, ${lane}, ${due}, null, 0, null, ${at}`;
  return db.insert(outbox).select(sql`select ${row} ${from}`);
}
