import { z } from 'zod';

const nothing = z.literal('').transform(() => null);

export const RatingInput = z.object({
  stars: z.coerce.number({ error: 'required' }).int().min(1, 'required').max(5, 'required'),
  word: z.union([nothing, z.string().trim().max(500, 'long')]).default(null),
  /** Would he tell others of the company, 0…10. */
  recommends: z.union([nothing, z.coerce.number().int().min(0).max(10)]).default(null),
});
export type RatingInput = z.infer<typeof RatingInput>;

export type RatingRefusal =
  | { code: 'rating-not-found' }
  /** It is being worked on again: what was done is not what will have been. */
  | { code: 'rating-too-early' }
  | { code: 'rated-already' };

/** The question of recommendation is put to every tenth only: asked always, it wears people out. */
export function asksRecommendation(caseNumber: number): boolean {
  return caseNumber % 10 === 0;
}

/**
 * The net promoter score, −100…100: the share of 9 and 10 less the share of 0 to 6. `null`: nobody was asked.
 */
export function netPromoters(answers: readonly number[]): number | null {
  if (answers.length === 0) return null;
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  return (100 * (promoters - detractors)) / answers.length;
}
