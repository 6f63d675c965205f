import { z } from 'zod';
import type { Action } from '../access/can.ts';
import {
  type Answers,
  type CardContent,
  type CardItem,
  itemsOf,
  twelfthsOf,
} from '../scorecard/scorecard.ts';
import { alignmentOf } from './alignment.ts';
import { countPairable, krippendorffAlpha, percentAgreement } from './krippendorff-alpha.ts';

export const CalibrationInput = z.object({
  title: z.string().trim().min(1, 'required').max(120, 'long'),
  cardId: z.string().min(1, 'required'),
  /** Numbers of solved cases, as they are typed. */
  numbers: z
    .string()
    .transform((text) => [...new Set([...text.matchAll(/\d+/g)].map(([number]) => Number(number)))])
    .pipe(z.array(z.int().min(1)).min(1, 'required').max(20, 'long')),
  referenceBy: z.string().min(1, 'required'),
});
export type CalibrationInput = z.infer<typeof CalibrationInput>;

export type CalibrationRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'calibration-not-found' }
  | { code: 'card-not-found' }
  | { code: 'case-not-solved' }
  /** It is over: everybody sees everybody's marks. */
  | { code: 'calibration-closed' }
  /** Marks are given once, before those of others are seen. */
  | { code: 'marked-already' }
  | { code: 'own-work' }
  | { code: 'card-unanswered'; itemId: string }
  /** The one whose marks are the measure has not given all of them. */
  | { code: 'reference-missing' }
  /** Recordings are shared with the work, not before. */
  | { code: 'client-not-invited' };

/** What one reviewer marked of one piece of work. */
export type Marked = { reviewerId: string; subjectId: string; answers: Answers };

/**
 * How far reviewers agree on an item. `alpha`: Krippendorff's, nominal for yes and no, ordinal for scales;
 * `undefined` where all marks are equal, for then agreement cannot be told from chance. `percent` says what alpha
 * hides: how many pairs of marks are equal.
 */
export type ItemAgreement = {
  itemId: string;
  title: string;
  alpha: number | undefined;
  percent: number | undefined;
  /** Pieces of work on which two marked the item. */
  n: number;
};

export function agreementByItem(card: CardContent, marked: readonly Marked[]): ItemAgreement[] {
  const reviewers = [...new Set(marked.map(({ reviewerId }) => reviewerId))];
  const subjects = [...new Set(marked.map(({ subjectId }) => subjectId))];
  return itemsOf(card).map(({ id, title, scale }) => {
    const ratings = reviewers.map((reviewerId) =>
      subjects.map((subjectId) => {
        const own = marked.find((one) => one.reviewerId === reviewerId && one.subjectId === subjectId);
        return own?.answers[id] ?? null;
      }),
    );
    const alpha = krippendorffAlpha(ratings, scale === 'yes-no' ? 'nominal' : 'ordinal');
    return { itemId: id, title, alpha, percent: percentAgreement(ratings), n: countPairable(ratings) };
  });
}

/** How near each reviewer is to the reference, 0…1, over all and on each item; `null`: nothing was marked by both. */
export function alignToReference(card: CardContent, marked: readonly Marked[], referenceBy: string) {
  const others = [...new Set(marked.map(({ reviewerId }) => reviewerId))].filter((id) => id !== referenceBy);
  return others.map((reviewerId) => {
    const of = (items: readonly (CardItem & { sectionWeight: number })[]) =>
      alignmentOf(criteriaOf(items, marked, reviewerId, referenceBy));
    const items = itemsOf(card).map((item) => ({ itemId: item.id, alignment: of([item]) }));
    return { reviewerId, alignment: of(itemsOf(card)), items };
  });
}

function criteriaOf(
  items: readonly (CardItem & { sectionWeight: number })[],
  marked: readonly Marked[],
  reviewerId: string,
  referenceBy: string,
) {
  return marked
    .filter((one) => one.reviewerId === reviewerId)
    .flatMap(({ subjectId, answers }) => {
      const reference = marked.find((one) => one.reviewerId === referenceBy && one.subjectId === subjectId);
      return items.flatMap(({ id, scale, weight, sectionWeight }) => {
        const [given, right] = [answers[id] ?? null, reference?.answers[id] ?? null];
        if (given === null || right === null) return [];
        const most = weight * sectionWeight;
        const points = (mark: number) => (most * twelfthsOf(scale, mark)) / 12;
        return [{ given: points(given), reference: points(right), most }];
      });
    });
}
