import { expect, test } from 'vitest';
import { overtimeLeft } from './overtime-left.ts';

test.each<[string, [string, number][], number]>([
  ['nothing agreed to', [], 240],
  ['of the same day', [['2026-03-31', 60]], 180],
  ['of the day before, over a month’s end', [['2026-03-30', 240]], 0],
  ['of the day after', [['2026-04-01', 90]], 150],
  [
    'the fuller pair counts',
    [
      ['2026-03-30', 60],
      ['2026-04-01', 90],
    ],
    150,
  ],
  ['two days ago no more', [['2026-03-29', 240]], 240],
  ['the year’s 120 hours', [['2026-01-10', 7100]], 100],
  ['another year’s do not count', [['2025-12-31', 7200]], 240],
])('%s', (_, agreed, left) => {
  expect(overtimeLeft(new Map(agreed), '2026-03-31')).toBe(left);
});
