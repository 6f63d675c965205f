import type { Estimate, Share } from '#app/features/uplift/newcombe-interval.ts';
import type { Measure, Tally } from './campaign-proof.ts';
import { effectOf } from './measure-proof.ts';
import { strataOf } from './strata.ts';

/** One stratum by itself; `effect` null: nobody on one side. */
export type StratumResult = { stratum: string; treated: Share; control: Share; effect: Estimate | null };

/** What happened in each stratum, the largest first. Read for where to look next: several at once prove nothing. */
export function readStrata(tallies: readonly Tally[], measure: Measure): StratumResult[] {
  return strataOf(tallies)
    .map(({ stratum, treated, control }) => ({
      stratum,
      treated,
      control,
      effect: treated.n > 0 && control.n > 0 ? effectOf([{ treated, control }], measure) : null,
    }))
    .toSorted((a, b) => b.treated.n + b.control.n - a.treated.n - a.control.n);
}
