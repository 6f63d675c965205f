import { type Answers, type CardContent, itemsOf, twelfthsOf } from './scorecard.ts';

/** What an item weighs in a review, and how much of it was lost; both in percent of the score before errors. */
export type ItemLoss = { itemId: string; title: string; mark: number; weight: number; lost: number };

/** Each item that applied with what it cost. All that is lost and the score before errors make 100. */
export function itemLosses(card: CardContent, answers: Answers): ItemLoss[] {
  const marked = itemsOf(card).flatMap(({ id, title, scale, ...item }) => {
    const mark = answers[id];
    if (mark === null || mark === undefined) return [];
    return [{ id, title, scale, mark, weight: item.weight * item.sectionWeight }];
  });
  const all = marked.reduce((sum, { weight }) => sum + weight, 0);
  return marked.map(({ id, title, scale, mark, weight }) => {
    const share = (100 * weight) / all;
    return { itemId: id, title, mark, weight: share, lost: share * (1 - twelfthsOf(scale, mark) / 12) };
  });
}

export type ItemTotal = { itemId: string; title: string; n: number; lost: number; share: number };

/**
 * Which items cost most over many reviews: the mean loss of each where it applied, the greatest first. `share`:
 * its part of all that was lost. An item is known by its id in every version of a card; its newest title is shown.
 */
export function totalLosses(reviews: readonly ItemLoss[][]): ItemTotal[] {
  const totals = new Map<string, { title: string; n: number; sum: number }>();
  for (const { itemId, title, lost } of reviews.flat()) {
    const known = totals.get(itemId) ?? { title, n: 0, sum: 0 };
    totals.set(itemId, { title: known.title, n: known.n + 1, sum: known.sum + lost });
  }
  const all = [...totals.values()].reduce((sum, one) => sum + one.sum, 0);
  return [...totals]
    .map(([itemId, { title, n, sum }]) => ({
      itemId,
      title,
      n,
      lost: sum / n,
      share: all === 0 ? 0 : sum / all,
    }))
    .sort((a, b) => b.share - a.share || (a.itemId < b.itemId ? -1 : 1));
}
