import { can } from '#app/features/access/can.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isDisputed } from '#db/tenant/queries/disputes.ts';
import { getReview } from '#db/tenant/queries/reviews.ts';
import { disputeItems, disputes } from '#db/tenant/schema/dispute.ts';
import { type DisputeInput, findProposalFault } from './dispute.ts';
import type { DisputeRefusal } from './dispute-refusal.ts';
import { readDisputableUntil } from './read-window.ts';

/** An agent disputes a review of his own work: marks of items, or that the work was his. Once a revision. */
export async function raiseDispute(
  { db, actor, now, timeZone }: ReviewDesk & { timeZone: string },
  input: DisputeInput & { id: string; reviewId: string },
): Promise<Result<null, DisputeRefusal>> {
  if (!can(actor, 'review:own')) return refuse({ code: 'forbidden', action: 'review:own' });
  const found = await getReview(db, input.reviewId);
  if (!found || found.review.agentId !== actor.userId) return refuse({ code: 'review-not-found' });
  const { review, card } = found;
  const until = await readDisputableUntil(db, review.reviewedAt, timeZone);
  if (until < now) return refuse({ code: 'dispute-too-late' });
  if (await isDisputed(db, review.id, review.revision)) return refuse({ code: 'disputed-already' });
  const items = input.kind === 'marks' ? input.items : [];
  const itemId = findProposalFault(card, review.answers, items);
  if (itemId !== undefined) return refuse({ code: 'proposal-unfit', itemId });
  const { id, kind, comment } = input;
  const raised = { id, reviewId: review.id, revision: review.revision, kind, comment };
  const by = { raisedBy: actor.userId, raisedAt: now };
  const written = await commit(db, [
    db.insert(disputes).values({ ...raised, ...by, state: 'open' }),
    ...items.map((item) => db.insert(disputeItems).values({ disputeId: id, ...item })),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'disputed-already' });
}
