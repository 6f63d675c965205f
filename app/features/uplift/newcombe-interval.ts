import { type Interval, wilsonInterval } from '#app/features/scorecard/wilson-interval.ts';

/** So many of `n` did it. */
export type Share = { count: number; n: number };

/** What was measured, with its 95 % interval. */
export type Estimate = Interval & { value: number };

/**
 * The 95 % interval of the difference of two independent shares, `treated` less `control`, within −1…1.
 * Newcombe (1998), Statistics in Medicine 17, 873–890, method 10: from the Wilson limits of each.
 */
export function newcombeInterval(treated: Share, control: Share): Estimate {
  const [p, q] = [treated.count / treated.n, control.count / control.n];
  const [a, b] = [treated, control].map(({ count, n }) => wilsonInterval(count, n));
  if (!a || !b) throw new Error('Two shares are compared.');
  const value = p - q;
  return {
    value,
    low: value - Math.hypot(p - a.low, b.high - q),
    high: value + Math.hypot(a.high - p, q - b.low),
  };
}
