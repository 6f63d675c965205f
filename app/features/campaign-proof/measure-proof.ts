import { type Interval, wilsonInterval } from '#app/features/scorecard/wilson-interval.ts';
import type { Estimate, Share } from '#app/features/uplift/newcombe-interval.ts';
import { pooledDifference, type Stratum, weigh } from '#app/features/uplift/pooled-difference.ts';
import { smallestEffect } from '#app/features/uplift/smallest-effect.ts';
import type { Measure, Tally, Verdict } from './campaign-proof.ts';
import { comparableStrata, merge, strataOf } from './strata.ts';

/** Of how many it happened, and the share with its 95 % interval; of the control as the treated are made up. */
export type Side = Share & { share: Estimate };

export type CostPerSave = {
  /** Kopecks; null: it kept or brought back nobody. */
  value: number | null;
  low: number;
  /** Null: it may have been nobody. */
  high: number | null;
};

export type Proof = {
  verdict: Verdict;
  treated: Side;
  control: Side;
  /** By how much larger the share of those who stayed or came back is than it would have been; null: no control. */
  effect: Estimate | null;
  /** Who stayed or came back of the treated: what is counted where nobody is left alone. */
  counted: number;
  /** People who stayed or came back because of it; below nought: who left, or stayed away, because of it. */
  caused: Estimate | null;
  costPerSave: CostPerSave | null;
  /** The least difference of shares that so many people could show; null: none. */
  smallest: number | null;
};

/**
 * What a campaign, or several waves of one idea, brought: everybody who was drawn counts on his side, reached or not.
 * `costKopecks`: what was really spent on all of the treated.
 */
export function measureProof(tallies: readonly Tally[], measure: Measure, costKopecks: number): Proof {
  const strata = comparableStrata(tallies);
  const all = merge(strataOf(tallies));
  const effect = strata.length > 0 ? effectOf(strata, measure) : null;
  const caused = effect && times(effect, all.treated.n);
  return {
    verdict: effect ? judge(effect) : 'not-proven',
    treated: { ...all.treated, share: estimate(all.treated) },
    control: { ...all.control, share: estimate(strata.length > 0 ? weigh(strata, 'control') : all.control) },
    effect,
    counted: measure === 'left' ? all.treated.n - all.treated.count : all.treated.count,
    caused,
    costPerSave: caused && costPerSave(costKopecks, caused),
    smallest: smallestShown(all.control, all.treated.n, measure),
  };
}

/** By how much larger the share of those who stayed or came back is than it would have been. */
export function effectOf(strata: readonly Stratum[], measure: Measure): Estimate {
  const happened = pooledDifference(strata);
  return measure === 'left' ? turned(happened) : happened;
}

/** Works or harms only where the whole interval lies on one side of nought. */
export function judge({ low, high }: Interval): Verdict {
  if (low > 0) return 'works';
  return high < 0 ? 'harms' : 'not-proven';
}

/** What was spent is known; only how many it kept is not. */
export function costPerSave(costKopecks: number, caused: Estimate): CostPerSave | null {
  if (caused.high <= 0) return null;
  return {
    value: caused.value > 0 ? costKopecks / caused.value : null,
    low: costKopecks / caused.high,
    high: caused.low > 0 ? costKopecks / caused.low : null,
  };
}

function smallestShown({ count, n }: Share, treated: number, measure: Measure): number | null {
  if (n === 0) return null;
  return smallestEffect(count / n, { treated, control: n }, measure === 'left' ? 'fall' : 'rise');
}

function estimate({ count, n }: Share): Estimate {
  return { value: n === 0 ? 0 : count / n, ...wilsonInterval(count, n) };
}

function turned({ value, low, high }: Estimate): Estimate {
  return { value: -value, low: -high, high: -low };
}

function times({ value, low, high }: Estimate, people: number): Estimate {
  return { value: value * people, low: low * people, high: high * people };
}
