import type { Effect } from './expected-effect.ts';

/** An offer that may be made to a line. `acceptedShare`: of those to whom it was proposed. */
export type Candidate = { id: string; costKopecks: number; acceptedShare: number; effect: Effect };

export type RankedOffer<C extends Candidate> = C & {
  /** What proposing it brings on average, kopecks: worth kept less what it costs. */
  valueKopecks: number;
  /** It stands first so that it becomes known, not because it is. */
  isExplored: boolean;
};

/** How often an offer that is not known yet comes first. */
export const exploreShare = 0.1;

/**
 * Offers by what proposing them brings: by how much more likely he stays, times what a line is worth, less the cost
 * in as many cases as it is accepted. How likely he is to leave takes no part: who leaves anyway, or stays anyway, is
 * not moved by an offer. `draw`: 0…1, of this line and time; now and then one that is not known yet comes first.
 */
export function rankOffers<C extends Candidate>(
  candidates: readonly C[],
  { worthKopecks, draw }: { worthKopecks: number; draw: number },
): RankedOffer<C>[] {
  const ranked = candidates
    .map((one) => ({ ...one, valueKopecks: expectedValue(one, worthKopecks), isExplored: false }))
    .toSorted((a, b) => b.valueKopecks - a.valueKopecks || a.id.localeCompare(b.id));
  const unknown = ranked.filter(({ effect }) => !effect.isKnown);
  if (draw >= exploreShare || unknown.length === 0 || unknown.length === ranked.length) return ranked;
  const chosen = unknown[Math.floor((draw / exploreShare) * unknown.length)];
  if (!chosen) return ranked;
  return [{ ...chosen, isExplored: true }, ...ranked.filter((one) => one !== chosen)];
}

function expectedValue({ effect, costKopecks, acceptedShare }: Candidate, worthKopecks: number): number {
  return Math.round(effect.share * worthKopecks - acceptedShare * costKopecks);
}

/** Of those to whom it was proposed, two thought of beforehand, of whom one accepted. */
export function acceptedShare({ proposed, accepted }: { proposed: number; accepted: number }): number {
  return (accepted + 1) / (proposed + 2);
}
