import { dayOf, type Season } from '#app/features/points/season.ts';
import type { TenantDb } from '#db/open.ts';
import { countRevisions } from '#db/tenant/queries/reviews.ts';
import { type BoardDesk, type QueueRanking, readRankings } from './read-ranking.ts';

type Kept = { version: string; rankings: Promise<QueueRanking[]> };
/** One a tenant, and gone with its handle: nobody asks for two seasons in turn. */
const keptOf = new WeakMap<TenantDb, Kept>();

/**
 * The rankings, computed once for what was reviewed by now: every review, and everything that changes one, is a
 * revision. They are asked for at every view, and reading a season of reviews takes long.
 */
export async function readKeptRankings(desk: BoardDesk, season: Season): Promise<QueueRanking[]> {
  const { db, now, timeZone } = desk;
  const version = [season.id, season.from, dayOf(now, timeZone), await countRevisions(db)].join(' ');
  const kept = keptOf.get(db);
  if (kept?.version === version) return kept.rankings;
  const rankings = readRankings(desk, season);
  keptOf.set(db, { version, rankings });
  // What failed is asked for again.
  rankings.catch(() => keptOf.delete(db));
  return rankings;
}
