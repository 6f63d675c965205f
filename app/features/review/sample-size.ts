import { z95 } from '../scorecard/wilson-interval.ts';

/**
 * How many of `population` to review so that a share is known to ± `margin` (a share, as 0.05) with 95 %, whatever
 * it is: z²/4 ÷ margin², corrected for a finite population, Cochran (1977), Sampling Techniques, 4.2. Rounded up.
 */
export function sampleSize(margin: number, population = Number.POSITIVE_INFINITY): number {
  const unlimited = (z95 * z95 * 0.25) / (margin * margin);
  if (population === Number.POSITIVE_INFINITY) return Math.ceil(unlimited);
  return population === 0 ? 0 : Math.ceil(unlimited / (1 + (unlimited - 1) / population));
}
