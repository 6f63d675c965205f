import { expect, test } from 'vitest';
import { piecesOf, stepsOf } from './span.ts';

test.each([
  ['2026-03-01', '2026-03-31', ['month 2026-03 2026-03']],
  [
    '2026-02-27',
    '2026-04-02',
    ['day 2026-02-27 2026-02-28', 'month 2026-03 2026-03', 'day 2026-04-01 2026-04-02'],
  ],
  ['2025-12-01', '2026-01-31', ['month 2025-12 2026-01']],
  ['2026-03-02', '2026-03-31', ['day 2026-03-02 2026-03-31']],
  ['2024-02-01', '2024-02-29', ['month 2024-02 2024-02']],
  [
    '2026-01-31',
    '2026-03-01',
    ['day 2026-01-31 2026-01-31', 'month 2026-02 2026-02', 'day 2026-03-01 2026-03-01'],
  ],
  ['2026-03-05', '2026-03-04', []],
])('%s to %s is read as its whole months and the days beside them', (from, to, pieces) => {
  expect(piecesOf(from, to).map((piece) => `${piece.grain} ${piece.from} ${piece.to}`)).toEqual(pieces);
});

test('steps are of what they have a part', () => {
  expect(stepsOf('2025-12-31', '2026-02-01', 'month')).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(stepsOf('2026-02-28', '2026-03-01', 'day')).toEqual(['2026-02-28', '2026-03-01']);
});
