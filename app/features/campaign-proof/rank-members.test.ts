import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { knownNumbers } from './known-at-freeze.ts';
import { type RankedMember, rankMembers } from './rank-members.ts';

/** The new ones can be persuaded; the old ones are likelier to leave, whatever one does. */
function drawMembers(people: number, controlShare: number): RankedMember[] {
  const draws = createDraws(5);
  return Array.from({ length: people }, () => {
    const [isNew, treated] = [draws.chance(0.5), !draws.chance(controlShare)];
    const known = {
      numbers: knownNumbers.map((name) => (name === 'owned-days' ? (isNew ? 30 : 900) : null)),
      carrier: draws.pick(['mts', 'beeline']),
    };
    const chance = isNew ? (treated ? 0.03 : 0.15) : 0.3;
    return { known, treated, happened: draws.chance(chance) };
  });
}

test('those whom the campaign moves come first, and not those who leave anyway', () => {
  const ranking = rankMembers(drawMembers(4000, 0.2), 'left');
  expect(ranking?.areas.uplift).toBeGreaterThan(100);
  expect(ranking?.areas.response).toBeLessThan(0);
  const half = (name: 'uplift' | 'response') => ranking?.curves[name][10]?.caused ?? 0;
  const all = ranking?.curves.uplift.at(-1)?.caused ?? 0;
  expect(half('uplift')).toBeGreaterThan(0.8 * all);
  expect(half('response')).toBeLessThan(0.3 * all);
  expect(ranking?.curves.response.at(-1)?.caused).toBeCloseTo(all, 9);
});

test('of too few nothing is learnt', () => {
  expect(rankMembers(drawMembers(900, 0.5), 'left')).toBeNull();
  expect(rankMembers(drawMembers(2000, 0.02), 'left')).toBeNull();
});
