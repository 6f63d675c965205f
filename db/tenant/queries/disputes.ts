import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { disputeItems, disputes } from '../schema/dispute.ts';
import { reviews } from '../schema/review.ts';

export type DisputeRow = typeof disputes.$inferSelect;
export type DisputeItemRow = typeof disputeItems.$inferSelect;

export async function getDispute(db: TenantDb, id: string): Promise<DisputeRow | null> {
  const [row] = await db.select().from(disputes).where(eq(disputes.id, id));
  return row ?? null;
}

export async function listDisputeItems(
  db: TenantDb,
  disputeIds: readonly string[],
): Promise<DisputeItemRow[]> {
  return db
    .select()
    .from(disputeItems)
    .where(inArray(disputeItems.disputeId, [...disputeIds]));
}

/** Of one review, the oldest first. */
export async function listDisputesOf(db: TenantDb, reviewId: string): Promise<DisputeRow[]> {
  return db.select().from(disputes).where(eq(disputes.reviewId, reviewId)).orderBy(asc(disputes.raisedAt));
}

/** The open ones, the oldest first, then those that were judged last. */
export async function listDisputes(db: TenantDb, limit: number) {
  return db
    .select({ dispute: disputes, agentId: reviews.agentId, reviewerId: reviews.reviewerId })
    .from(disputes)
    .innerJoin(reviews, eq(reviews.id, disputes.reviewId))
    .orderBy(desc(eq(disputes.state, 'open')), desc(disputes.raisedAt))
    .limit(limit);
}

export async function isDisputed(db: TenantDb, reviewId: string, revision: number): Promise<boolean> {
  const of = and(eq(disputes.reviewId, reviewId), eq(disputes.revision, revision));
  const [row] = await db.select({ n: count() }).from(disputes).where(of);
  return (row?.n ?? 0) > 0;
}
