import { expect, test } from 'vitest';
import { decideHoldsFrom, draftOf, reviewedVersion, versionAt } from './card-version.ts';
import { defaultCard } from './default-card.ts';
import { CardContent, findCardFault } from './scorecard.ts';

const now = new Date('2026-03-10T09:00:00Z');
const season = new Date('2026-03-01T00:00:00Z');
const nextSeason = new Date('2026-06-01T00:00:00Z');
const calm = { now, season, nextSeason, reviewsOfSeason: 0 };

test.each([
  ['now', calm, { ok: true, holdsFrom: now }],
  ['now', { ...calm, season: null, reviewsOfSeason: 3 }, { ok: true, holdsFrom: now }],
  ['now', { ...calm, reviewsOfSeason: 1 }, { ok: false, error: { code: 'card-mid-season' } }],
  ['next-season', { ...calm, reviewsOfSeason: 1 }, { ok: true, holdsFrom: nextSeason }],
  ['next-season', { ...calm, nextSeason: null }, { ok: false, error: { code: 'no-next-season' } }],
] as const)('a draft that shall hold %s', (wish, given, expected) => {
  expect(decideHoldsFrom(wish, given)).toEqual(expected);
});

test('work is reviewed by the version that held when it was done', () => {
  const versions = [
    { version: 1, holdsFrom: season },
    { version: 2, holdsFrom: nextSeason },
    { version: 3, holdsFrom: null },
  ];
  expect(versionAt(versions, now)?.version).toBe(1);
  expect(versionAt(versions, nextSeason)?.version).toBe(2);
  expect(versionAt(versions, new Date(0))).toBeUndefined();
  expect(draftOf(versions)?.version).toBe(3);
  expect([new Date(0), nextSeason].map((at) => reviewedVersion(versions, at)?.version)).toEqual([1, 2]);
  expect(reviewedVersion(versions.slice(2), now)).toBeUndefined();
});

test('the card of the trade is a sound card', () => {
  expect(CardContent.parse(defaultCard)).toEqual(defaultCard);
  expect(findCardFault(defaultCard)).toBeUndefined();
});
