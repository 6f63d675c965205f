import { type Estimate, newcombeInterval, type Share } from './newcombe-interval.ts';

/** People who were drawn to either side by themselves: of one kind, or of one wave. */
export type Stratum = { treated: Share; control: Share };

/**
 * How much more of the treated did it than would have untreated, over strata or waves: each side's shares weighed by
 * the treated people, and Newcombe's interval of the two with as many people as would tell as much without strata.
 * Of one stratum it is Newcombe's own. Every stratum has somebody on either side.
 * Kott and Liu (2009), International Statistical Review 77, 251–265: Wilson's limits of a stratified sample.
 */
export function pooledDifference(strata: readonly Stratum[]): Estimate {
  return newcombeInterval(weigh(strata, 'treated'), weigh(strata, 'control'));
}

/** One side as the treated are made up, as a share among people who were not drawn by strata. */
export function weigh(strata: readonly Stratum[], side: keyof Stratum): Share {
  const people = strata.reduce((sum, { treated }) => sum + treated.n, 0);
  const sums = { share: 0, expected: 0, spread: 0, squares: 0 };
  for (const { treated, control } of strata) {
    const { count, n } = side === 'treated' ? treated : control;
    const weight = treated.n / people;
    // Of both sides: the few of one stratum and side say little of its spread, and often that there is none.
    const common = (treated.count + control.count) / (treated.n + control.n);
    sums.share += (weight * count) / n;
    sums.expected += weight * common;
    sums.spread += (weight ** 2 * common * (1 - common)) / n;
    sums.squares += weight ** 2 / n;
  }
  const { share, expected, spread, squares } = sums;
  const n = spread > 0 ? (expected * (1 - expected)) / spread : 1 / squares;
  return { count: share * n, n };
}
