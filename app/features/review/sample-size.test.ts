import { expect, test } from 'vitest';
import { sampleSize } from './sample-size.ts';

test.each([
  [0.05, 1000, 278],
  [0.05, Number.POSITIVE_INFINITY, 385],
  [0.03, Number.POSITIVE_INFINITY, 1068],
  [0.05, 1, 1],
  [0.05, 0, 0],
])('to ± %d of %d takes %i', (margin, population, expected) => {
  expect(sampleSize(margin, population)).toBe(expected);
});
