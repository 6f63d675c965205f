import { and, count, desc, eq, gte, lt } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { ratings } from '../schema/rating.ts';

/** What subscribers said of an agent's cases between two instants, the newest first. */
export async function listRatings(db: TenantDb, agentId: string, from: Date, to: Date) {
  return db
    .select({
      caseId: ratings.caseId,
      number: cases.number,
      stars: ratings.stars,
      word: ratings.word,
      recommends: ratings.recommends,
      at: ratings.at,
    })
    .from(ratings)
    .innerJoin(cases, eq(cases.id, ratings.caseId))
    .where(and(eq(ratings.agentId, agentId), gte(ratings.at, from), lt(ratings.at, to)))
    .orderBy(desc(ratings.at));
}

export async function isRated(db: TenantDb, caseId: string): Promise<boolean> {
  const [row] = await db.select({ n: count() }).from(ratings).where(eq(ratings.caseId, caseId));
  return (row?.n ?? 0) > 0;
}
