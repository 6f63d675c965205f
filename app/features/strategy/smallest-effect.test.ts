import { expect, test } from 'vitest';
import { peopleNeeded, smallestEffect } from './smallest-effect.ts';

test.each([
  [0.05, 0.045, [164_121, 91_430, 56_811]],
  [0.05, 0.04, [40_632, 22_409, 13_485]],
  [0.1, 0.09, [77_783, 43_356, 26_985]],
  [0.1, 0.08, [19_265, 10_636, 6421]],
  [0.2, 0.18, [34_614, 19_319, 12_072]],
  [0.3, 0.25, [7248, 4033, 2496]],
])('from %d to %d', (from, to, people) => {
  expect([0.1, 0.2, 0.5].map((share) => peopleNeeded(from, to, share))).toEqual(people);
});

test('the smallest effect is the one that so many people are needed for', () => {
  for (const people of [800, 5000, 60_000]) {
    const effect = smallestEffect(0.3, { treated: people * 0.9, control: people * 0.1 }) ?? 0;
    expect(peopleNeeded(0.3, 0.3 + effect, 0.1)).toBeLessThanOrEqual(people);
    expect(peopleNeeded(0.3, 0.3 + effect - 0.001, 0.1)).toBeGreaterThan(people);
  }
});

test('a handful shows nothing, and neither does one side alone', () => {
  expect(smallestEffect(0.3, { treated: 4, control: 1 })).toBeNull();
  expect(smallestEffect(0.3, { treated: 1000, control: 0 })).toBeNull();
});
