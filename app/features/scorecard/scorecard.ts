import { z } from 'zod';

/** How an item is answered: 0 or 1 for `yes-no`, else a mark from 1 to the last number of the scale. */
export const scales = ['yes-no', 'points-3', 'points-4', 'points-5'] as const;
export type Scale = (typeof scales)[number];
const ends: Record<Scale, { least: number; most: number }> = {
  'yes-no': { least: 0, most: 1 },
  'points-3': { least: 1, most: 3 },
  'points-4': { least: 1, most: 4 },
  'points-5': { least: 1, most: 5 },
};

/** Every mark of a scale, the worst first. */
export function marksOf(scale: Scale): number[] {
  const { least, most } = ends[scale];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

/** Whom an error hurts: the subscriber, the client company or the law. */
export const errorFamilies = ['customer', 'business', 'compliance'] as const;
export type ErrorFamily = (typeof errorFamilies)[number];
/** What an error does to the whole score: makes it 0, holds it down to the card's cap, or is only counted. */
export const errorEffects = ['zero', 'cap', 'flag'] as const;

const Weight = z.int({ error: 'weight' }).min(1, { error: 'weight' }).max(100, { error: 'weight' });
const Title = z.string().trim().min(1, { error: 'required' }).max(200, { error: 'long' });
const Id = z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'id' });

export const CardItem = z.strictObject({
  id: Id,
  title: Title,
  /** What a reviewer listens for. */
  hint: z.string().trim().max(1000, { error: 'long' }),
  scale: z.enum(scales),
  weight: Weight,
  critical: z.strictObject({ family: z.enum(errorFamilies), effect: z.enum(errorEffects) }).nullable(),
});
export type CardItem = z.infer<typeof CardItem>;

export const CardContent = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        id: Id,
        title: Title,
        weight: Weight,
        items: z.array(CardItem).min(1, { error: 'required' }).max(40, { error: 'long' }),
      }),
    )
    .min(1, { error: 'required' })
    .max(20, { error: 'long' }),
  /** Percent that a review with an error of the effect `cap` cannot pass. */
  capPercent: z.int({ error: 'percent' }).min(0, { error: 'percent' }).max(100, { error: 'percent' }),
});
/** What a version of a card asks. A version never changes: an edit makes the next one. */
export type CardContent = z.infer<typeof CardContent>;

/** Item id → its mark; `null`: it did not apply. */
export type Answers = Readonly<Record<string, number | null>>;

/** The first id that two sections or two items share, or nothing. */
export function findCardFault({ sections }: CardContent): { code: 'id-twice'; id: string } | undefined {
  const twice = (ids: string[]) => ids.find((id, index) => ids.indexOf(id) !== index);
  const items = sections.flatMap((section) => section.items.map(({ id }) => id));
  const id = twice(sections.map((section) => section.id)) ?? twice(items);
  return id === undefined ? undefined : { code: 'id-twice', id };
}

export type AnswerFault =
  | { code: 'item-unanswered'; id: string }
  | { code: 'item-unknown'; id: string }
  | { code: 'mark-off-scale'; id: string; mark: number };

/** Why these are not the answers to this card, or nothing. Every item is answered, if only by "does not apply". */
export function findAnswerFault(card: CardContent, answers: Answers): AnswerFault | undefined {
  const items = itemsOf(card);
  for (const { id, scale } of items) {
    const mark = answers[id];
    if (mark === undefined) return { code: 'item-unanswered', id };
    const { least, most } = ends[scale];
    const isOnScale = mark === null || (Number.isInteger(mark) && mark >= least && mark <= most);
    if (!isOnScale) return { code: 'mark-off-scale', id, mark };
  }
  const strange = Object.keys(answers).find((id) => !items.some((item) => item.id === id));
  return strange === undefined ? undefined : { code: 'item-unknown', id: strange };
}

export function itemsOf(card: CardContent): (CardItem & { sectionWeight: number })[] {
  return card.sections.flatMap(({ weight, items }) =>
    items.map((item) => ({ ...item, sectionWeight: weight })),
  );
}

/** The span of a scale is 1, 2, 3 or 4: in twelfths every mark is a whole number, and sums are exact. */
const whole = 12;

/** From 0, the worst mark of the scale, to 12, the best. */
export function twelfthsOf(scale: Scale, mark: number): number {
  const { least, most } = ends[scale];
  return ((mark - least) * whole) / (most - least);
}

/** A critical item is an error below half of its scale: a "no", or the lower marks. */
export function isError(scale: Scale, mark: number): boolean {
  return twelfthsOf(scale, mark) < whole / 2;
}
