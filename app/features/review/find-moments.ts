import { itemLosses } from '../scorecard/item-losses.ts';
import type { Answers, CardContent } from '../scorecard/scorecard.ts';
import type { ReviewNote } from './review.ts';

type Given = { id: string; card: CardContent; answers: Answers; notes: readonly ReviewNote[] };
/** One place in one review at which something could be done better: what was asked, and what was said to it. */
export type Moment = {
  reviewId: string;
  itemId: string;
  title: string;
  lost: number;
  note: ReviewNote | null;
};

/**
 * The moments from which there is most to learn: what cost most, told before untold, each item once. Nothing lost
 * is no moment.
 */
export function findMoments(reviews: readonly Given[], count: number): Moment[] {
  const all = reviews.flatMap(({ id, card, answers, notes }) =>
    itemLosses(card, answers)
      .filter(({ lost }) => lost > 0)
      .map(({ itemId, title, lost }) => {
        const note = notes.find((one) => one.itemId === itemId) ?? null;
        return { reviewId: id, itemId, title, lost, note };
      }),
  );
  const best = all.sort((a, b) => Number(b.note !== null) - Number(a.note !== null) || b.lost - a.lost);
  return best
    .filter(({ itemId }, index) => best.findIndex((other) => other.itemId === itemId) === index)
    .slice(0, count);
}
