/** One question in one person's first attempt. `rest`: the share of the other questions answered right, 0…1. */
export type ItemResponse = { isRight: boolean; rest: number };

export type ItemStatistics = {
  n: number;
  /** `null`: too few answers to say anything. */
  figures: {
    /** The share that was right, 0…1. */
    facility: number;
    /** −100…100; `null` when all answered alike, or all else was alike. */
    discrimination: number | null;
  } | null;
};

/** Below so many answers chance says more than the question. */
export const fewestResponses = 30;

/**
 * Facility: mean mark over the most there is. Discrimination: the corrected item-rest correlation,
 * 100·cov(item, rest)/√(var(item)·var(rest)), over first attempts only, as the quiz statistics of Moodle have it
 * (docs.moodle.org, Quiz statistics calculations). Populations' variances or samples': the ratio is the same.
 */
export function itemStatistics(responses: readonly ItemResponse[]): ItemStatistics {
  const n = responses.length;
  if (n < fewestResponses) return { n, figures: null };
  const items = responses.map(({ isRight }) => (isRight ? 1 : 0));
  const rests = responses.map(({ rest }) => rest);
  return { n, figures: { facility: mean(items), discrimination: correlation(items, rests) } };
}

function correlation(left: readonly number[], right: readonly number[]): number | null {
  if (left.every((x) => x === left[0]) || right.every((x) => x === right[0])) return null;
  const spread = Math.sqrt(covariance(left, left) * covariance(right, right));
  return (100 * covariance(left, right)) / spread;
}

function covariance(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [mean(left), mean(right)];
  return mean(left.map((x, n) => (x - a) * ((right[n] ?? b) - b)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
