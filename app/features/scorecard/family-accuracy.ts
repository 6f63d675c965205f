import type { Score } from './score-answers.ts';
import { type ErrorFamily, errorFamilies } from './scorecard.ts';
import { type Interval, wilsonInterval } from './wilson-interval.ts';

/** `share` of the `n` reviews to which the family applied are without an error of it; `null`: there is none. */
export type Accuracy = { n: number; share: number | null; interval: Interval };

/** The accuracy of each family over reviews, with its 95 % interval by Wilson. */
export function familyAccuracy(scores: readonly Pick<Score, 'families'>[]): Record<ErrorFamily, Accuracy> {
  const accuracies = errorFamilies.map((family) => {
    const applied = scores.flatMap(({ families }) => families[family] ?? []);
    const right = applied.filter(Boolean).length;
    const n = applied.length;
    return [family, { n, share: n === 0 ? null : right / n, interval: wilsonInterval(right, n) }] as const;
  });
  return Object.fromEntries(accuracies) as Record<ErrorFamily, Accuracy>;
}
