import { and, asc, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { rankableSelections } from '#app/features/review/review.ts';
import type { TenantDb } from '#db/open.ts';
import { reviewDrafts, reviewNotes, reviewRevisions, reviews, reviewTasks } from '../schema/review.ts';
import { sampleDraws, samplePlans } from '../schema/sample.ts';
import { cardVersions } from '../schema/scorecard.ts';

export type ReviewTaskRow = typeof reviewTasks.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;

export async function getReviewTask(db: TenantDb, id: string): Promise<ReviewTaskRow | null> {
  const [row] = await db.select().from(reviewTasks).where(eq(reviewTasks.id, id));
  return row ?? null;
}

/** What waits for a reviewer, the oldest first; not the work of `exceptAgentId`, which he cannot review. */
export async function listOpenTasks(db: TenantDb, exceptAgentId: string, limit: number) {
  return db
    .select({ task: reviewTasks, plan: samplePlans.title })
    .from(reviewTasks)
    .leftJoin(sampleDraws, eq(sampleDraws.id, reviewTasks.drawId))
    .leftJoin(samplePlans, eq(samplePlans.id, sampleDraws.planId))
    .where(and(eq(reviewTasks.state, 'open'), ne(reviewTasks.agentId, exceptAgentId)))
    .orderBy(asc(reviewTasks.id))
    .limit(limit);
}

/** The oldest that waits and that nobody else has begun. */
export async function getNextTask(db: TenantDb, userId: string): Promise<{ id: string } | null> {
  const isFree = sql`(${reviewTasks.reviewerId} is null or ${reviewTasks.reviewerId} = ${userId})`;
  const [row] = await db
    .select({ id: reviewTasks.id })
    .from(reviewTasks)
    .where(and(eq(reviewTasks.state, 'open'), ne(reviewTasks.agentId, userId), isFree))
    .orderBy(asc(reviewTasks.id))
    .limit(1);
  return row ?? null;
}

export async function getReviewDraft(db: TenantDb, userId: string, taskId: string) {
  const [row] = await db
    .select()
    .from(reviewDrafts)
    .where(and(eq(reviewDrafts.userId, userId), eq(reviewDrafts.taskId, taskId)));
  return row ?? null;
}

/** A review with the card it was given by. */
export async function getReview(db: TenantDb, id: string) {
  const [row] = await withCard(db).where(eq(reviews.id, id));
  return row ?? null;
}

export async function listReviewNotes(db: TenantDb, reviewIds: readonly string[]) {
  return db
    .select()
    .from(reviewNotes)
    .where(inArray(reviewNotes.reviewId, [...reviewIds]))
    .orderBy(asc(reviewNotes.reviewId), asc(reviewNotes.place));
}

/** Grows with every review and every change of one. */
export async function countRevisions(db: TenantDb): Promise<number> {
  // The newest row: counting would read them all.
  const [row] = await db.select({ last: sql<number>`coalesce(max(rowid), 0)` }).from(reviewRevisions);
  return row?.last ?? 0;
}

export async function listRevisions(db: TenantDb, reviewId: string) {
  return db
    .select()
    .from(reviewRevisions)
    .where(eq(reviewRevisions.reviewId, reviewId))
    .orderBy(asc(reviewRevisions.revision));
}

type Narrow = { from: Date; to: Date; agentId?: string; reviewerId?: string; isRankable?: boolean };

/** Reviews of work between two instants with their cards, the newest first. */
export async function listReviews(db: TenantDb, { from, to, agentId, reviewerId, isRankable }: Narrow) {
  return withCard(db)
    .where(
      and(
        gte(reviews.occurredAt, from),
        lt(reviews.occurredAt, to),
        agentId === undefined ? undefined : eq(reviews.agentId, agentId),
        reviewerId === undefined ? undefined : eq(reviews.reviewerId, reviewerId),
        isRankable ? inArray(reviews.selection, [...rankableSelections]) : undefined,
      ),
    )
    .orderBy(desc(reviews.occurredAt), desc(reviews.id));
}

function withCard(db: TenantDb) {
  return db
    .select({ review: reviews, card: cardVersions.content })
    .from(reviews)
    .innerJoin(
      cardVersions,
      and(eq(cardVersions.cardId, reviews.cardId), eq(cardVersions.version, reviews.cardVersion)),
    )
    .$dynamic();
}
