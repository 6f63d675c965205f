import { sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { balanceReadings } from '#db/tenant/schema/receivable.ts';
import type { EntrySource } from './receivable.ts';

type Reading = { lineId: string; kopecks: number; source: EntrySource; at: Date };

/** Keeps a line's balance with its time and source, when it is another than the one before. */
export function storeReading(db: TenantDb, { lineId, kopecks, source, at }: Reading): Statement {
  const last = sql`select kopecks from ${balanceReadings} where line_id = ${lineId} order by at desc limit 1`;
  const row = sql`${lineId}, ${at.getTime()}, ${kopecks}, ${source}`;
  return db
    .insert(balanceReadings)
    .select(sql`select ${row} where (${last}) is not ${kopecks}`)
    .onConflictDoNothing();
}
