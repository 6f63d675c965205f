import { expect, test } from 'vitest';
import { peopleNeeded, smallestEffect } from './smallest-effect.ts';

const needed = [
  [0.05, 0.045, [164_121, 91_430, 56_811]],
  [0.05, 0.04, [40_632, 22_409, 13_485]],
  [0.1, 0.09, [77_783, 43_356, 26_985]],
  [0.1, 0.08, [19_265, 10_636, 6421]],
  [0.2, 0.18, [34_614, 19_319, 12_072]],
  [0.3, 0.25, [7248, 4033, 2496]],
] as const;

test.each(needed)('from %d to %d', (from, to, people) => {
  const shares = [0.1, 0.2, 0.5] as const;
  expect(shares.map((share) => peopleNeeded(from, to, share))).toEqual(people);
  for (const [place, share] of shares.entries()) {
    const all = people[place] ?? 0;
    const sides = { treated: all * (1 - share), control: all * share };
    expect(smallestEffect(from, sides, 'fall')).toBeCloseTo(from - to, 5);
  }
});

test.each(['rise', 'fall'] as const)(
  'the smallest %s is the one that so many are needed for',
  (direction) => {
    for (const people of [800, 5000, 60_000]) {
      const sides = { treated: people * 0.9, control: people * 0.1 };
      const effect = smallestEffect(0.3, sides, direction) ?? 0;
      const at = (size: number) => 0.3 + (direction === 'rise' ? size : -size);
      expect(peopleNeeded(0.3, at(effect), 0.1)).toBeLessThanOrEqual(people);
      expect(peopleNeeded(0.3, at(effect - 0.001), 0.1)).toBeGreaterThan(people);
    }
  },
);

test('a handful shows nothing, and neither does one side alone', () => {
  for (const direction of ['rise', 'fall'] as const) {
    expect(smallestEffect(0.3, { treated: 4, control: 1 }, direction)).toBeNull();
    expect(smallestEffect(0.3, { treated: 1000, control: 0 }, direction)).toBeNull();
  }
});

test('what nobody does cannot fall, and what everybody does cannot rise', () => {
  const sides = { treated: 9000, control: 1000 };
  expect(smallestEffect(0, sides, 'fall')).toBeNull();
  expect(smallestEffect(1, sides, 'rise')).toBeNull();
});
