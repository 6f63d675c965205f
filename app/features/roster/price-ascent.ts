/** What a bound is at some prices, and how much of each thing the cheapest answer holds there. */
export type Priced = { bound: number; have: ArrayLike<number> };

/** How much of the newest answer goes into the mean at most, and when the step is shortened or lengthened. */
const mostOfNew = 0.3;
const patience = 10;
const [shorter, longer] = [0.66, 1.1];
const [firstStep, longestStep] = [0.2, 2];

/**
 * Prices that climb towards the highest bound, each between `low` and `high`: the volume algorithm of Barahona and Anbil
 * (2000). Steps start from the best prices known and follow the mean of the answers, which nears the relaxed plan itself.
 */
export function openPriceAscent({
  low,
  high,
  wanted,
}: {
  low: Float64Array;
  high: Float64Array;
  wanted: ArrayLike<number>;
}) {
  const size = low.length;
  const best = { bound: Number.NEGATIVE_INFINITY, prices: new Float64Array(size) };
  const mean = new Float64Array(size);
  const direction = new Float64Array(size);
  const prices = new Float64Array(size);
  let step = firstStep;
  let idle = 0;

  const missing = (have: ArrayLike<number>, at: number) => (wanted[at] ?? 0) - (have[at] ?? 0);
  /** The share of the newest at which what is missing in the mean is least. */
  const shareOfNew = (have: ArrayLike<number>) => {
    let up = 0;
    let down = 0;
    for (let at = 0; at < size; at += 1) {
      if (low[at] === high[at]) continue;
      const change = (have[at] ?? 0) - (mean[at] ?? 0);
      up += missing(mean, at) * change;
      down += change ** 2;
    }
    return down === 0 ? mostOfNew : Math.min(mostOfNew, Math.max(mostOfNew / 10, up / down));
  };

  return {
    best: () => best.bound,
    /** Prices to begin with; the best of them count. */
    begin(from: Float64Array, { bound, have }: Priced): void {
      if (bound <= best.bound) return;
      best.bound = bound;
      best.prices.set(from);
      mean.set(Float64Array.from(have));
    },
    /** Where to look next, when a plan of this cost is known. The array is used again by every call. */
    next(cost: number): Float64Array {
      let norm = 0;
      for (let at = 0; at < size; at += 1) {
        const price = best.prices[at] ?? 0;
        const way = missing(mean, at);
        const isStuck = way > 0 ? price >= (high[at] ?? 0) : price <= (low[at] ?? 0);
        direction[at] = isStuck ? 0 : way;
        norm += (direction[at] ?? 0) ** 2;
      }
      const length = norm === 0 ? 0 : (step * Math.max(1, cost - best.bound)) / norm;
      for (let at = 0; at < size; at += 1) {
        const price = (best.prices[at] ?? 0) + length * (direction[at] ?? 0);
        prices[at] = Math.min(high[at] ?? 0, Math.max(low[at] ?? 0, price));
      }
      return prices;
    },
    /** What was found there. */
    learn({ bound, have }: Priced): void {
      let along = 0;
      for (let at = 0; at < size; at += 1) along += (direction[at] ?? 0) * missing(have, at);
      const share = shareOfNew(have);
      for (let at = 0; at < size; at += 1) mean[at] = share * (have[at] ?? 0) + (1 - share) * (mean[at] ?? 0);
      if (bound > best.bound + 1e-6) {
        idle = 0;
        best.bound = bound;
        best.prices.set(prices);
        if (along >= 0) step = Math.min(longestStep, longer * step);
      } else if (++idle >= patience) {
        idle = 0;
        step *= shorter;
      }
    },
  };
}
