/** The 97.5 % point of the normal distribution: 95 % lie within ± this. */
export const z95 = 1.959963984540054;

export type Interval = { low: number; high: number };

/**
 * Wilson's score interval for a share of `successes` in `n`, 95 % by default: Wilson (1927), JASA 22, 209–212.
 * Both ends are shares within 0…1; for `n` of 0 nothing is known and it is the whole of them.
 */
export function wilsonInterval(successes: number, n: number, z = z95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = successes / n;
  const square = z * z;
  const middle = share + square / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    low: successes === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: successes === n ? 1 : Math.min(1, (middle + half) / scale),
  };
}
