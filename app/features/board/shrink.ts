/** A mean of `n` values that is drawn to `towards` as if `weight` values of that were among them. */
export function shrunkMean(mean: number, n: number, weight: number, towards: number): number {
  return (n * mean + weight * towards) / (n + weight);
}

/** The mean of Beta(a, b) after `successes` in `n` more trials. */
export function betaBinomialMean(successes: number, n: number, prior: { a: number; b: number }): number {
  return (successes + prior.a) / (n + prior.a + prior.b);
}

/**
 * How much of the distance to the common mean is kept, for values that share the error `variance`:
 * 1 − (k − 3)σ² ÷ Σ(y − ȳ)², Efron & Morris (1977), Scientific American 236, 119–127; never below 0.
 */
export function jamesSteinFactor(values: readonly number[], variance: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return spread === 0 ? 0 : Math.max(0, 1 - ((values.length - 3) * variance) / spread);
}

/**
 * The lower end of the mean of ratings 1…K by the counts of each, the best first: smoothed by one of each, minus
 * z standard deviations. Evan Miller, "Ranking Items With Star Ratings".
 */
export function starRatingFloor(counts: readonly number[], z: number): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const levels = counts.length;
  const expected = (power: number) =>
    counts.reduce((sum, count, index) => sum + ((levels - index) ** power * (count + 1)) / (n + levels), 0);
  return expected(1) - z * Math.sqrt((expected(2) - expected(1) ** 2) / (n + levels + 1));
}
