import { halfInterval } from '../scorecard/mean-interval.ts';
import type { Interval } from '../scorecard/wilson-interval.ts';

/** A score, 0…100, that a reviewer gave to a piece of work others scored too. */
export type DoubleScore = { reviewerId: string; subjectId: string; percent: number };

/**
 * How many points a reviewer stands above (+) or below (−) the mean of the others on the same work, with the 95 %
 * interval by Student's t. `n`: pieces of work that somebody else scored too; of one there is no interval.
 */
export type Severity = { reviewerId: string; n: number; difference: number; interval: Interval | null };

/** The strictest first. Reviewers with no work in common with anybody are left out. */
export function severityOf(scores: readonly DoubleScore[]): Severity[] {
  const bySubject = Map.groupBy(scores, ({ subjectId }) => subjectId);
  const differences = scores.flatMap(({ reviewerId, subjectId, percent }) => {
    const others = (bySubject.get(subjectId) ?? []).filter((one) => one.reviewerId !== reviewerId);
    return others.length === 0 ? [] : [{ reviewerId, difference: percent - meanOf(others) }];
  });
  return [...Map.groupBy(differences, ({ reviewerId }) => reviewerId)]
    .map(([reviewerId, own]) => {
      const values = own.map(({ difference }) => difference);
      const difference = values.reduce((sum, value) => sum + value, 0) / values.length;
      const half = halfInterval(values, difference);
      const interval = half === null ? null : { low: difference - half, high: difference + half };
      return { reviewerId, n: values.length, difference, interval };
    })
    .sort((a, b) => a.difference - b.difference);
}

function meanOf(scores: readonly DoubleScore[]): number {
  return scores.reduce((sum, { percent }) => sum + percent, 0) / scores.length;
}
