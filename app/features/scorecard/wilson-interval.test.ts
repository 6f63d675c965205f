import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

test.each([
  [18, 20, 0.6989663548, 0.9721335188, 10],
  [4, 20, 0.0806576626, 0.4160174323, 10],
  [4, 200, 0.0078044264, 0.0502870869, 10],
  [190, 200, 0.9104218519, 0.9726173544, 10],
  [1, 30, 0.0059086, 0.1667039, 7],
  [29, 30, 0.8332961, 0.9940914, 7],
  [0, 30, 0, 0.1135134, 7],
  [30, 30, 0.8864866, 1, 7],
])('%i of %i lie within %d and %d', (successes, n, low, high, digits) => {
  const interval = wilsonInterval(successes, n);
  expect(interval.low.toFixed(digits)).toBe(low.toFixed(digits));
  expect(interval.high.toFixed(digits)).toBe(high.toFixed(digits));
});

test('by the lower end more votes win at nearly the same share', () => {
  const floor = (up: number, down: number) => wilsonInterval(up, up + down).low;
  expect([floor(209, 50).toFixed(4), floor(118, 25).toFixed(4)]).toEqual(['0.7545', '0.7546']);
  expect(floor(600, 400)).toBeGreaterThan(floor(5500, 4500));
  expect(floor(100, 1)).toBeGreaterThan(floor(2, 0));
});

test('nothing is known of nothing', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

test('the share lies within its interval, and the interval within 0…1', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (successes, failures) => {
      fc.pre(successes + failures > 0);
      const { low, high } = wilsonInterval(successes, successes + failures);
      const share = successes / (successes + failures);
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
    }),
  );
});
