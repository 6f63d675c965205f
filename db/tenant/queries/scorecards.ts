import { and, asc, count, eq, gte, isNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { reviews } from '../schema/review.ts';
import { cardVersions, scorecards } from '../schema/scorecard.ts';

export type ScorecardRow = typeof scorecards.$inferSelect;
export type CardVersionRow = typeof cardVersions.$inferSelect;

/** Those by which something new may be reviewed, by title. */
export async function listScorecards(db: TenantDb): Promise<ScorecardRow[]> {
  return db.select().from(scorecards).where(isNull(scorecards.retiredAt)).orderBy(asc(scorecards.title));
}

export async function getScorecard(db: TenantDb, id: string): Promise<ScorecardRow | null> {
  const [row] = await db.select().from(scorecards).where(eq(scorecards.id, id));
  return row ?? null;
}

/** Of one card, the oldest first. */
export async function listCardVersions(db: TenantDb, cardId: string): Promise<CardVersionRow[]> {
  return db
    .select()
    .from(cardVersions)
    .where(eq(cardVersions.cardId, cardId))
    .orderBy(asc(cardVersions.version));
}

/** Of all cards. */
export async function listAllVersions(db: TenantDb): Promise<CardVersionRow[]> {
  return db.select().from(cardVersions).orderBy(asc(cardVersions.cardId), asc(cardVersions.version));
}

/** Reviews by a card of what was done since. */
export async function countReviewsByCard(db: TenantDb, cardId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(reviews)
    .where(and(eq(reviews.cardId, cardId), gte(reviews.occurredAt, since)));
  return row?.n ?? 0;
}
