import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaBinomialMean, jamesSteinFactor, shrunkMean, starRatingFloor } from './shrink.ts';

test.each([
  ['The Shawshank Redemption', 8205, 8.5, 8.059258],
  ['Fight Club', 9413, 8.3, 7.939256],
  ['The Dark Knight', 12002, 8.2, 7.92002],
  ['Pulp Fiction', 8428, 8.3, 7.904645],
  ['Inception', 13752, 8.1, 7.863239],
  ['The Godfather', 5893, 8.4, 7.851236],
])('%s, drawn to 6.09217 by 1838.4 votes', (_film, votes, mean, expected) => {
  expect(shrunkMean(mean, votes, 1838.4, 6.09217)).toBeCloseTo(expected, 5);
});

test.each([
  [1, 7.7, 9],
  [0.8, 7.7, 9.1],
])('too small a weight of %d leaves one vote on top', (weight, six, one) => {
  expect(Number(shrunkMean((8 + 8 + 10 + 5 + 7 + 8) / 6, 6, weight, 8).toFixed(1))).toBe(six);
  expect(Number(shrunkMean(10, 1, weight, 8).toFixed(1))).toBe(one);
});

test('a batter of Beta(81, 219) with 100 hits of 300 is expected to hit .3017, not the .303 of a slip', () => {
  const prior = { a: 81, b: 219 };
  expect(betaBinomialMean(0, 0, prior)).toBeCloseTo(0.27, 10);
  expect(betaBinomialMean(100, 300, prior).toFixed(4)).toBe('0.3017');
});

test('one vote more of each kind: 209 of 259 and 118 of 143 are 0.80 and 0.82', () => {
  const laplace = { a: 1, b: 1 };
  expect(betaBinomialMean(209, 259, laplace).toFixed(2)).toBe('0.80');
  expect(betaBinomialMean(118, 143, laplace).toFixed(2)).toBe('0.82');
});

test('eighteen batters keep 0.212 of their distance', () => {
  const batters = [0.4, 0.378, 0.356, 0.333, 0.311, 0.311, 0.289, 0.267, 0.244, 0.244];
  const averages = [...batters, 0.222, 0.222, 0.222, 0.222, 0.222, 0.2, 0.178, 0.156];
  const mean = averages.reduce((sum, average) => sum + average, 0) / averages.length;
  expect(jamesSteinFactor(averages, (mean * (1 - mean)) / 45).toFixed(3)).toBe('0.212');
  expect(jamesSteinFactor([1, 1, 1, 1], 0.1)).toBe(0);
});

test('many good stars stand above many mixed ones, and these above a few good ones', () => {
  const floors = [
    [10, 0, 0, 0, 0],
    [60, 80, 75, 20, 25],
    [5, 0, 0, 0, 0],
  ].map((counts) => starRatingFloor(counts, 1.65));
  expect(floors).toEqual(floors.toSorted((a, b) => b - a));
  expect(floors[1]?.toFixed(2)).toBe('3.37');
});

test('a shrunk mean lies between the mean and what it is drawn to', () => {
  const mean = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(mean, mean, fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (own, towards, n, weight) => {
      const shrunk = shrunkMean(own, n, weight, towards);
      expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, towards) - 1e-9);
      expect(shrunk).toBeLessThanOrEqual(Math.max(own, towards) + 1e-9);
    }),
  );
});
