import type { Actor } from '#app/features/access/can.ts';
import { netPromoters } from '#app/features/rating/rating.ts';
import { familyAccuracy } from '#app/features/scorecard/family-accuracy.ts';
import { meanInterval } from '#app/features/scorecard/mean-interval.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listRatings } from '#db/tenant/queries/ratings.ts';
import { listReviewNotes, listReviews } from '#db/tenant/queries/reviews.ts';
import { findMoments } from './find-moments.ts';
import { isRankable } from './review.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };
export type OwnReviews = Awaited<ReturnType<typeof readOwnReviews>>;

const dayMs = 86_400_000;
/** What counts as "of late", and as "this month". */
export const lately = { days: 90, momentDays: 30 };

/** An agent's own score and why: his reviews, his accuracy, what to improve, what subscribers said. */
export async function readOwnReviews({ db, control, actor, now }: Reader) {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const end = new Date(now.getTime() + 1);
  const found = await listReviews(db, { from: before(lately.days), to: end, agentId: actor.userId });
  const ids = found.map(({ review }) => review.id);
  const notes = ids.length > 0 ? await listReviewNotes(db, ids) : [];
  const notesOf = (id: string) => notes.filter(({ reviewId }) => reviewId === id);
  const names = await namesOf(
    control,
    found.map(({ review }) => review.reviewerId),
  );
  const scored = found.map(({ review, card }) => ({
    review,
    card,
    score: scoreAnswers(card, review.answers),
  }));
  const ranked = scored.filter(({ review }) => isRankable(review.selection));
  const recent = scored.filter(({ review }) => review.occurredAt >= before(lately.momentDays));
  const rated = await listRatings(db, actor.userId, before(lately.days), end);
  return {
    mean: meanInterval(ranked.flatMap(({ score }) => score.percent ?? [])),
    accuracy: familyAccuracy(ranked.map(({ score }) => score)),
    moments: findMoments(
      recent.map(({ review, card }) => ({
        id: review.id,
        card,
        answers: review.answers,
        notes: notesOf(review.id),
      })),
      3,
    ),
    reviews: scored.map(({ review, score }) => ({
      id: review.id,
      queue: review.queue,
      selection: review.selection,
      revision: review.revision,
      occurredAt: review.occurredAt,
      percent: score.percent,
      errors: score.errors.length,
      reviewer: names[review.reviewerId] ?? '',
    })),
    ratings: rated.slice(0, 20),
    ratedCount: rated.length,
    stars: rated.length === 0 ? null : rated.reduce((sum, { stars }) => sum + stars, 0) / rated.length,
    promoters: netPromoters(rated.flatMap(({ recommends }) => recommends ?? [])),
  };
}
