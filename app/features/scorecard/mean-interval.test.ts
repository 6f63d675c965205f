import { expect, test } from 'vitest';
import { meanInterval } from './mean-interval.ts';

test.each([
  [[], null],
  [[80], { n: 1, mean: 80, interval: null }],
  // ± 2.776 × 10 ÷ √5.
  [[70, 80, 80, 80, 90], { n: 5, mean: 80, interval: { low: 71.22, high: 88.78 } }],
  [[100, 100, 100], { n: 3, mean: 100, interval: { low: 100, high: 100 } }],
  [[10, 90], { n: 2, mean: 50, interval: { low: 0, high: 100 } }],
])('of %j', (percents, expected) => {
  const { interval, ...rest } = meanInterval(percents) ?? { interval: null };
  const rounded = interval && {
    low: Number(interval.low.toFixed(2)),
    high: Number(interval.high.toFixed(2)),
  };
  expect(expected && { ...rest, interval: rounded }).toEqual(expected);
});
