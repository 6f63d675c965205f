import { z } from 'zod';
import { type Answers, type CardContent, itemsOf, marksOf } from '../scorecard/scorecard.ts';

/** `partly`: some of the marks became what was proposed. `moved`: the review was of somebody else's work. */
export const disputeStates = ['open', 'accepted', 'partly', 'rejected', 'moved'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** What is disputed: marks of items, or that the work is one's own. */
export const disputeKinds = ['marks', 'wrong-person'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

const Words = z.string().trim().min(3, { error: 'short' }).max(1000, { error: 'long' });
export const DisputeInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('marks'),
    comment: Words,
    items: z
      .array(
        z.strictObject({
          itemId: z.string().max(40),
          proposed: z.int().min(0).max(5).nullable(),
          comment: z.string().trim().max(500, { error: 'long' }),
        }),
      )
      .min(1, { error: 'required' })
      .max(100),
  }),
  z.strictObject({ kind: z.literal('wrong-person'), comment: Words }),
]);
export type DisputeInput = z.infer<typeof DisputeInput>;
export type DisputedItem = { itemId: string; proposed: number | null };

/** The instant after which a review stands as it is. */
export function disputableUntil(reviewedAt: Date, disputeDays: number): Date {
  return new Date(reviewedAt.getTime() + disputeDays * 86_400_000);
}

/** The first proposal that is no other mark of an item of the card, or nothing. */
export function findProposalFault(card: CardContent, answers: Answers, items: readonly DisputedItem[]) {
  return items.find(({ itemId, proposed }, index) => {
    const item = itemsOf(card).find(({ id }) => id === itemId);
    const isTwice = items.findLastIndex((other) => other.itemId === itemId) !== index;
    const isMark = proposed === null || (item && marksOf(item.scale).includes(proposed));
    return !item || isTwice || !isMark || answers[itemId] === proposed;
  })?.itemId;
}

/** What becomes of the marks when the judge agrees with some of the items. */
export function judgeMarks(
  answers: Answers,
  items: readonly DisputedItem[],
  accepted: readonly string[],
): { state: 'accepted' | 'partly' | 'rejected'; answers: Answers } {
  const taken = items.filter(({ itemId }) => accepted.includes(itemId));
  const changed = Object.fromEntries(taken.map(({ itemId, proposed }) => [itemId, proposed]));
  if (taken.length === 0) return { state: 'rejected', answers };
  const state = taken.length === items.length ? 'accepted' : 'partly';
  return { state, answers: { ...answers, ...changed } };
}
