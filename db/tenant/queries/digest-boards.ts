import { createHash, type Hash } from 'node:crypto';
import { asc, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { boardBands, boardPoints } from '../schema/quality.ts';

const pageOf = 20_000;

/** A digest of each board by its period: two of the same rows, bands and all, have the same. */
export async function digestBoards(db: TenantDb): Promise<Map<string, string>> {
  const digests = new Map<string, Hash>();
  const add = (rows: readonly { period: string }[]) => {
    for (const row of rows) {
      const digest = digests.get(row.period) ?? createHash('sha256');
      digests.set(row.period, digest.update(JSON.stringify(row)));
    }
  };
  let last = { period: '', agentId: '' };
  for (;;) {
    const page = await db
      .select()
      .from(boardPoints)
      .where(sql`(${boardPoints.period}, ${boardPoints.agentId}) > (${last.period}, ${last.agentId})`)
      .orderBy(asc(boardPoints.period), asc(boardPoints.agentId))
      .limit(pageOf);
    add(page);
    const next = page.at(-1);
    if (!next) break;
    last = next;
  }
  add(await db.select().from(boardBands).orderBy(asc(boardBands.period), asc(boardBands.band)));
  return new Map([...digests].map(([period, digest]) => [period, digest.digest('hex')]));
}
