import type { Share } from '#app/features/uplift/newcombe-interval.ts';
import type { Stratum } from '#app/features/uplift/pooled-difference.ts';
import type { Tally } from './campaign-proof.ts';

/** A stratum with fewer people on a side is not weighed by itself. */
const leastPeople = 5;

export type NamedStratum = Stratum & { wave: string; stratum: string };

/** Each wave's strata, treated beside control; who was held out of all campaigns is in neither. */
export function strataOf(tallies: readonly Tally[]): NamedStratum[] {
  const groups = Map.groupBy(tallies, ({ wave, stratum }) => JSON.stringify([wave, stratum]));
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { wave, stratum } = first;
    const shares = { treated: shareOf(own, 'treated'), control: shareOf(own, 'control') };
    return shares.treated.n + shares.control.n > 0 ? [{ wave, stratum, ...shares }] : [];
  });
}

/**
 * Strata that can be compared: the small ones of a wave as one, and that with its wave's largest if it is small still.
 * Depends on how many were drawn, never on what happened. Empty: there is nobody on one side.
 */
export function comparableStrata(tallies: readonly Tally[]): Stratum[] {
  const waves = Map.groupBy(strataOf(tallies), ({ wave }) => wave);
  return [...waves.values()].flatMap((strata) => {
    const [large, small] = [strata.filter(isLarge), strata.filter((one) => !isLarge(one))];
    if (small.length === 0) return large;
    const rest = merge(small);
    if (isLarge(rest)) return [...large, rest];
    const [largest, ...others] = large.toSorted((a, b) => peopleOf(b) - peopleOf(a));
    const all = merge(largest ? [largest, rest] : [rest]);
    return all.treated.n > 0 && all.control.n > 0 ? [...others, all] : others;
  });
}

export function merge(strata: readonly Stratum[]): Stratum {
  const sum = (side: keyof Stratum): Share => ({
    count: strata.reduce((all, one) => all + one[side].count, 0),
    n: strata.reduce((all, one) => all + one[side].n, 0),
  });
  return { treated: sum('treated'), control: sum('control') };
}

function isLarge({ treated, control }: Stratum): boolean {
  return Math.min(treated.n, control.n) >= leastPeople;
}

function peopleOf({ treated, control }: Stratum): number {
  return treated.n + control.n;
}

function shareOf(tallies: readonly Tally[], arm: Tally['arm']): Share {
  const own = tallies.filter((one) => one.arm === arm);
  return {
    count: own.reduce((sum, { happened }) => sum + happened, 0),
    n: own.reduce((sum, { members }) => sum + members, 0),
  };
}
