import { expect, test } from 'vitest';
import { withCorrections } from './corrections.ts';

const wall = [0, 1, 2, 3];
const more = { fromOn: '2026-11-30', toOn: '2026-12-01', fromMinute: 30, toMinute: 90, percent: 20 };

test.each([
  ['the day before', '2026-11-29', [more], [10, 10, 10, 10]],
  ['its hours of the last day of a month', '2026-11-30', [more], [10, 12, 12, 10]],
  ['and of the first of the next', '2026-12-01', [more], [10, 12, 12, 10]],
  ['two on one day', '2026-12-01', [more, { ...more, percent: -50 }], [10, 6, 6, 10]],
])('%s', (_, on, corrections, corrected) => {
  expect(withCorrections([10, 10, 10, 10], { on, wall }, corrections)).toEqual(corrected);
});
