import { expect, test } from 'vitest';
import { directionOf, isKept } from './compare.ts';

test.each([
  [0.9, 0.8, 'more', 'better'],
  [0.8, 0.9, 'more', 'worse'],
  [20, 30, 'less', 'better'],
  [20, 10, 'less', 'worse'],
  [20, 10, null, 'more'],
  [10, 10, 'less', 'same'],
  [null, 10, 'less', null],
  [10, null, 'less', null],
] as const)('%s after %s where %s is better: %s', (value, before, better, word) => {
  expect(directionOf({ value }, { value: before }, better)).toBe(word);
});

test.each([
  ['serviceLevel', 800, 1000, 800, true],
  ['serviceLevel', 799, 1000, 800, false],
  ['speedOfAnswer', 100_000, 4, 25_000, true],
  ['speedOfAnswer', 100_001, 4, 25_000, false],
  ['serviceLevel', 0, 0, 800, null],
] as const)('%s of %d / %d by %d: %s', (metric, numerator, denominator, value, kept) => {
  expect(isKept({ metric, numerator, denominator }, { value })).toBe(kept);
});
