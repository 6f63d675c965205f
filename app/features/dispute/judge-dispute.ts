import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { settleWork } from '#app/features/points/settle-work.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { type DisputeRow, getDispute, listDisputeItems } from '#db/tenant/queries/disputes.ts';
import { getReview, type ReviewRow } from '#db/tenant/queries/reviews.ts';
import { disputeEnds, disputeItems, disputes } from '#db/tenant/schema/dispute.ts';
import { reviewRevisions, reviews } from '#db/tenant/schema/review.ts';
import { type DisputeState, judgeMarks } from './dispute.ts';
import type { DisputeRefusal } from './dispute-refusal.ts';

export const VerdictInput = z.strictObject({
  /** The disputed items in which the judge agrees with the agent. */
  accepted: z.array(z.string().max(40)).max(100),
  /** Whose work it was after all; for a dispute of that kind only. */
  movedTo: z.string().min(1).max(40).nullable(),
  verdict: z.string().trim().min(3, { error: 'short' }).max(1000, { error: 'long' }),
});
type Verdict = z.infer<typeof VerdictInput>;

type JudgeDesk = ReviewDesk & { control: ControlDb };
type Ending = {
  state: Exclude<DisputeState, 'open'>;
  accepted: readonly string[];
  change: Partial<Pick<ReviewRow, 'answers' | 'agentId'>> | null;
};

/**
 * Judges a dispute, once. Where the agent is right the review gets its next revision, and its points are settled
 * anew: what it brought is taken back and what it is worth now is awarded, in one batch.
 */
export async function judgeDispute(
  desk: JudgeDesk,
  disputeId: string,
  input: Verdict,
): Promise<Result<{ state: DisputeState }, DisputeRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const dispute = await getDispute(db, disputeId);
  const found = dispute && (await getReview(db, dispute.reviewId));
  if (!dispute || !found) return refuse({ code: 'dispute-not-found' });
  if (dispute.state !== 'open') return refuse({ code: 'dispute-not-open' });
  const { review } = found;
  const parties = [review.reviewerId, dispute.raisedBy, input.movedTo];
  if (parties.includes(actor.userId)) return refuse({ code: 'judge-is-party' });
  const ending = await endingOf(desk, dispute, review, input);
  if (!ending.ok) return ending;
  const { state, accepted, change } = ending.value;
  const written = await commit(db, [
    db.insert(disputeEnds).values({ disputeId, as: state }),
    db
      .update(disputes)
      .set({
        state,
        judgedBy: actor.userId,
        judgedAt: now,
        verdict: input.verdict,
        movedTo: change?.agentId ?? null,
      })
      .where(eq(disputes.id, disputeId)),
    db.update(disputeItems).set({ isAccepted: false }).where(eq(disputeItems.disputeId, disputeId)),
    db
      .update(disputeItems)
      .set({ isAccepted: true })
      .where(and(eq(disputeItems.disputeId, disputeId), inArray(disputeItems.itemId, [...accepted]))),
    ...(change ? revise(desk, review, change) : []),
  ]);
  return written.ok ? ok({ state }) : refuse({ code: 'dispute-not-open' });
}

/** What the verdict makes of the dispute and of the review; no change: the review stands. */
async function endingOf(
  { db, control }: JudgeDesk,
  dispute: DisputeRow,
  review: ReviewRow,
  { accepted, movedTo }: Verdict,
): Promise<Result<Ending, DisputeRefusal>> {
  if (dispute.kind === 'marks') {
    const judged = judgeMarks(review.answers, await listDisputeItems(db, [dispute.id]), accepted);
    const change = judged.state === 'rejected' ? null : { answers: judged.answers };
    return ok({ state: judged.state, accepted, change });
  }
  if (movedTo === null) return ok({ state: 'rejected', accepted: [], change: null });
  const isParty = movedTo === review.reviewerId || movedTo === review.agentId;
  const isHere = !isParty && (await isColleague(control, db.tenantId, movedTo));
  if (!isHere) return refuse({ code: 'person-not-found' });
  return ok({ state: 'moved', accepted: [], change: { agentId: movedTo } });
}

/** The next revision of a review. */
function revise(
  { db, actor, now }: JudgeDesk,
  review: ReviewRow,
  change: NonNullable<Ending['change']>,
): Statement[] {
  const revision = review.revision + 1;
  const { agentId, answers } = { ...review, ...change };
  const cause = change.agentId === undefined ? ('disputed' as const) : ('moved' as const);
  const is = and(eq(reviews.id, review.id), eq(reviews.revision, review.revision));
  return [
    db.update(reviews).set({ revision, agentId, answers }).where(is),
    db
      .insert(reviewRevisions)
      .values({ reviewId: review.id, revision, cause, agentId, answers, by: actor.userId, at: now }),
    callFor(db, settleWork('review', review.id, now), now),
  ];
}
