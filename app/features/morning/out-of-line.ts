import { z95 } from '../scorecard/wilson-interval.ts';

/** What is known of a person: `n` observations with their mean. */
export type Observed = { key: string; n: number; mean: number };

export type OutOfLine = Observed & {
  /** The mean drawn to the middle of all, the more so the fewer observations there are; its 95 % interval. */
  estimate: number;
  low: number;
  high: number;
};

/** Policy, not statistics: of fewer people nothing is common. */
const fewestPeople = 4;

/**
 * Who lies so far from the middle of all that chance does not explain it. Each mean is drawn to that middle,
 * B = τ² ÷ (τ² + σ²/n) of the way remaining (Efron & Morris 1975, JASA 70, 311–319), with τ² by moments; who is out of line has
 * the whole interval on one side of it. `within`: the variance σ² of one observation. `fewest`: with fewer
 * observations nobody is looked at. `least`: of a share, by so many contacts he must differ, for of rare things the normal
 * distribution knows little. `common` is null where nobody can be compared.
 */
export function outOfLine(
  all: readonly Observed[],
  { within, fewest, least = 0 }: { within: number; fewest: number; least?: number },
): { common: number | null; people: OutOfLine[] } {
  const known = all.filter(({ n }) => n >= fewest);
  if (known.length < fewestPeople) return { common: null, people: [] };
  const common = medianOf(known);
  const between = betweenOf(known, common, within);
  const people = known
    .map((one) => {
      const error = within / one.n;
      const kept = between === 0 ? 0 : between / (between + error);
      const estimate = common + kept * (one.mean - common);
      const half = z95 * Math.sqrt(kept * error);
      return { ...one, estimate, low: estimate - half, high: estimate + half };
    })
    .filter(({ low, high }) => low > common || high < common)
    .filter(({ n, mean }) => Math.abs(mean - common) * n >= least)
    .sort((a, b) => Math.abs(b.estimate - common) - Math.abs(a.estimate - common));
  return { common, people };
}

/** One who is far off does not move it. */
function medianOf(known: readonly Observed[]): number {
  const means = known.map(({ mean }) => mean).toSorted((a, b) => a - b);
  const middle = means.length / 2;
  return ((means[Math.ceil(middle) - 1] ?? 0) + (means[Math.floor(middle)] ?? 0)) / 2;
}

/** The variance between people: that of their means less what chance alone makes of it. */
function betweenOf(known: readonly Observed[], common: number, within: number): number {
  const spread = known.reduce((sum, { mean }) => sum + (mean - common) ** 2, 0) / (known.length - 1);
  const chance = known.reduce((sum, { n }) => sum + within / n, 0) / known.length;
  return Math.max(0, spread - chance);
}

/** The variance of one observation among those of the same person, over all of them. */
export function varianceWithin(byPerson: readonly (readonly number[])[]): number {
  const freedom = byPerson.reduce((sum, values) => sum + Math.max(0, values.length - 1), 0);
  if (freedom === 0) return 0;
  const squares = byPerson.reduce((sum, values) => {
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    return sum + values.reduce((total, value) => total + (value - mean) ** 2, 0);
  }, 0);
  return squares / freedom;
}
