import { expect, test } from 'vitest';
import { streakOf } from './streak.ts';

test.each([
  ['nothing yet', [], 0],
  ['today', ['2026-03-10'], 1],
  ['yesterday, today not yet', ['2026-03-09', '2026-03-08'], 2],
  ['a day off between', ['2026-03-10', '2026-03-08'], 2],
  ['two shifts, two off', ['2026-03-10', '2026-03-09', '2026-03-06', '2026-03-05'], 4],
  ['three off, the last that are borne', ['2026-03-10', '2026-03-06'], 2],
  ['four off', ['2026-03-10', '2026-03-05', '2026-03-04'], 1],
  ['over for long', ['2026-03-01'], 0],
  ['over a change of clocks', ['2026-03-10', '2026-03-09', '2026-03-08', '2026-03-07'], 4],
  ['what is still to come', ['2026-03-12', '2026-03-10'], 1],
])('%s: %j is a streak of %i', (_what, days, streak) => {
  expect(streakOf(days, '2026-03-10')).toBe(streak);
});
