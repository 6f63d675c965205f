import { controlQuotas, drawOf } from '#app/features/campaign/draw.ts';
import type { Tally } from '#app/features/campaign-proof/campaign-proof.ts';
import type { Draws } from '#seeds/draws.ts';

/**
 * What somebody does, left alone or contacted: only `persuadable` stays because of the contact, only `do-not-disturb`
 * leaves because of it.
 */
export type Kind = 'persuadable' | 'sure' | 'lost' | 'do-not-disturb';

/** People of one stratum: shares of those who are not sure to stay, per ten thousand. */
export type KindShares = { weight: number; persuadable: number; lost: number; 'do-not-disturb': number };
export type Person = { id: string; stratum: string; kind: Kind };

/** An audience: who would do what is a fact of each person. */
export function makeAudience(draws: Draws, name: string, people: number, strata: readonly KindShares[]) {
  const all: Person[] = [];
  const weights = strata.reduce((sum, { weight }) => sum + weight, 0);
  for (const [place, { weight, ...shares }] of strata.entries()) {
    const known = shares.persuadable + shares.lost + shares['do-not-disturb'];
    const kinds = { ...shares, sure: 10_000 - known };
    const own = Math.round((people * weight) / weights);
    for (let nth = 0; nth < own; nth++)
      all.push({ id: `${name}-${place}-${nth}`, stratum: `${place}`, kind: draws.weigh(kinds) });
  }
  return all;
}

/** By how much the share of those who stay is larger when all such people are contacted than when nobody is. */
export function trueEffect(strata: readonly KindShares[]): number {
  const weights = strata.reduce((sum, { weight }) => sum + weight, 0);
  const moved = strata.reduce((sum, one) => sum + one.weight * (one.persuadable - one['do-not-disturb']), 0);
  return moved / weights / 10_000;
}

/** Draws the control as the product does, lets the window pass and counts who left. */
export function runCampaign(
  people: readonly Person[],
  { wave, salt, controlPercent }: { wave: string; salt: string; controlPercent: number },
): Tally[] {
  const strata = Map.groupBy(people, ({ stratum }) => stratum);
  const sizes = [...strata].map(([name, own]) => ({ name, people: own.length }));
  const quotas = controlQuotas(sizes, controlPercent);
  return [...strata].flatMap(([stratum, own]) => {
    const places = Float64Array.from(own, ({ id }) => drawOf(salt, id));
    const quota = quotas.get(stratum) ?? 0;
    const first = places.toSorted()[quota] ?? 1;
    const arms = {
      control: own.filter((_, place) => (places[place] ?? 0) < first),
      treated: own.filter((_, place) => (places[place] ?? 0) >= first),
    };
    return (['control', 'treated'] as const).map((arm): Tally => {
      const left = arms[arm].filter(({ kind }) => leaves(kind, arm === 'treated'));
      const reached = arm === 'treated' ? arms[arm].length : 0;
      return { wave, stratum, arm, members: arms[arm].length, reached, happened: left.length };
    });
  });
}

function leaves(kind: Kind, isContacted: boolean): boolean {
  return kind === 'lost' || kind === (isContacted ? 'do-not-disturb' : 'persuadable');
}
