import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedShare, type Candidate, exploreShare, rankOffers } from './next-offers.ts';

const candidate = (id: string, share: number, over: Partial<Candidate> = {}, isKnown = true): Candidate => ({
  id,
  costKopecks: 10_000,
  acceptedShare: 0.5,
  effect: { share, interval: null, isKnown },
  ...over,
});
const worth = { worthKopecks: 600_000, draw: 0.5 };
const order = (candidates: Candidate[], over = {}) =>
  rankOffers(candidates, { ...worth, ...over }).map(({ id }) => id);

test('at one cost the larger effect comes first', () => {
  expect(order([candidate('a', 0.05), candidate('b', 0.2), candidate('c', 0.1)])).toEqual(['b', 'c', 'a']);
});

test('value is the worth kept less the cost of what is accepted', () => {
  const [one] = rankOffers([candidate('a', 0.1, { costKopecks: 30_000, acceptedShare: 0.4 })], worth);
  expect(one?.valueKopecks).toBe(60_000 - 12_000);
});

test('a dear offer with a little more effect stands behind a cheap one', () => {
  const dear = candidate('dear', 0.12, { costKopecks: 200_000 });
  expect(order([dear, candidate('cheap', 0.1)])).toEqual(['cheap', 'dear']);
});

test('one that is not known yet comes first now and then, and says so', () => {
  const offers = [candidate('known', 0.3), candidate('new', 0.03, {}, false)];
  expect(order(offers, { draw: exploreShare })).toEqual(['known', 'new']);
  const explored = rankOffers(offers, { ...worth, draw: exploreShare - 0.001 });
  expect(explored.map(({ id, isExplored }) => [id, isExplored])).toEqual([
    ['new', true],
    ['known', false],
  ]);
});

test('where none is known there is nothing to explore', () => {
  const offers = [candidate('a', 0.03, {}, false), candidate('b', 0.03, { costKopecks: 0 }, false)];
  expect(order(offers, { draw: 0 })).toEqual(['b', 'a']);
});

test('each offer stands in the list once, whatever was drawn', () => {
  const offer = fc.record({
    share: fc.double({ min: -1, max: 1, noNaN: true }),
    costKopecks: fc.integer({ min: 0, max: 1_000_000 }),
    isKnown: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(offer, { maxLength: 12 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (offers, draw) => {
        const given = offers.map(({ share, costKopecks, isKnown }, index) =>
          candidate(`o${index}`, share, { costKopecks }, isKnown),
        );
        const ranked = rankOffers(given, { ...worth, draw });
        expect(ranked.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        const rest = ranked.filter(({ isExplored }) => !isExplored).map(({ valueKopecks }) => valueKopecks);
        expect(rest).toEqual(rest.toSorted((a, b) => b - a));
      },
    ),
  );
});

test('whoever was never proposed to is thought to accept every second time', () => {
  expect(acceptedShare({ proposed: 0, accepted: 0 })).toBe(0.5);
  expect(acceptedShare({ proposed: 8, accepted: 2 })).toBe(0.3);
});
