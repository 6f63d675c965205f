import { expect, test } from 'vitest';
import { pauseAfter } from './pull-pace.ts';

test.each([
  ['no limit', [], 0],
  ['three a second', [{ windowMs: 1000, max: 3 }], 13_334],
  [
    'the slower of two windows',
    [
      { windowMs: 1000, max: 3 },
      { windowMs: 60_000, max: 60 },
    ],
    40_000,
  ],
])('twenty questions at %s take up half of it', (_what, windows, pauseMs) => {
  expect(pauseAfter(20, windows)).toBe(pauseMs);
});
