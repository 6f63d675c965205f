import { type Actor, can } from '#app/features/access/can.ts';
import { readDisputableUntil } from '#app/features/dispute/read-window.ts';
import { itemLosses } from '#app/features/scorecard/item-losses.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listDisputeItems, listDisputesOf } from '#db/tenant/queries/disputes.ts';
import { listRecordings } from '#db/tenant/queries/review-subjects.ts';
import { getReview, listReviewNotes, listRevisions } from '#db/tenant/queries/reviews.ts';
import { getScorecard } from '#db/tenant/queries/scorecards.ts';
import { mayPlay } from './may-play.ts';
import { isRankable } from './review.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type ReviewResult = NonNullable<Awaited<ReturnType<typeof readReview>>>;

/** A review with why it came out so, for whose work it was and for those who review; to others it is not there. */
export async function readReview({ db, control, actor, now, timeZone }: Reader, reviewId: string) {
  const found = await getReview(db, reviewId);
  const isOwn = found?.review.agentId === actor.userId;
  if (!found || !(isOwn || can(actor, 'review:write'))) return null;
  const { review, card } = found;
  const revisions = await listRevisions(db, reviewId);
  const disputes = await listDisputesOf(db, reviewId);
  const items =
    disputes.length > 0
      ? await listDisputeItems(
          db,
          disputes.map(({ id }) => id),
        )
      : [];
  const names = await namesOf(control, [
    ...[review.agentId, review.reviewerId],
    ...revisions.flatMap(({ by, agentId }) => [by, agentId]),
    ...disputes.flatMap(({ judgedBy, movedTo }) => [judgedBy ?? '', movedTo ?? '']),
  ]);
  const name = (id: string | null) => (id === null ? null : (names[id] ?? null));
  const until = await readDisputableUntil(db, review.reviewedAt, timeZone);
  const isFresh = disputes.every(({ revision }) => revision !== review.revision);
  const open = disputes.find(({ state }) => state === 'open');
  const mayJudge = can(actor, 'review:write') && ![review.reviewerId, open?.raisedBy].includes(actor.userId);
  return {
    id: review.id,
    revision: review.revision,
    queue: review.queue,
    selection: review.selection,
    subjectType: review.subjectType,
    subjectId: review.subjectId,
    occurredAt: review.occurredAt,
    reviewedAt: review.reviewedAt,
    answers: review.answers,
    card,
    cardVersion: review.cardVersion,
    isCounted: isRankable(review.selection),
    cardTitle: (await getScorecard(db, review.cardId))?.title ?? '',
    agent: { id: review.agentId, name: name(review.agentId) ?? '' },
    reviewer: name(review.reviewerId) ?? '',
    score: scoreAnswers(card, review.answers),
    losses: itemLosses(card, review.answers),
    notes: await listReviewNotes(db, [reviewId]),
    revisions: revisions.map((one) => ({
      revision: one.revision,
      cause: one.cause,
      at: one.at,
      by: name(one.by),
      agent: name(one.agentId),
      percent: scoreAnswers(card, one.answers).percent,
    })),
    disputes: disputes.map((dispute) => ({
      ...dispute,
      judge: name(dispute.judgedBy),
      movedToName: name(dispute.movedTo),
      items: items.filter(({ disputeId }) => disputeId === dispute.id),
    })),
    recordings: (await listRecordings(db, review)).filter((call) => mayPlay(actor, call)).map(({ id }) => id),
    disputableUntil: until,
    mayDispute: isOwn && isFresh && now <= until,
    judged: mayJudge && open ? { id: open.id, colleagues: await listColleagues(control, db.tenantId) } : null,
    mayCoach: can(actor, 'review:write') && !isOwn,
  };
}
