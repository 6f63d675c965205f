import { expect, test } from 'vitest';
import { countCohorts } from './cohorts.ts';

const left = (on: string, lines: number, returnedOn: string | null = null) => ({
  joinedMonth: '2026-01',
  on,
  kind: 'port-out' as const,
  carrierAccountId: 'a',
  returnedOn,
  lines,
});

test('a cohort shrinks by who left for good, month by month that is over', () => {
  const sizes = [
    { month: '2026-01', lines: 10 },
    { month: '2026-03', lines: 4 },
    { month: '2026-04', lines: 4 },
  ];
  const gone = [left('2026-01-31', 1), left('2026-03-01', 2), left('2026-02-03', 5, '2026-02-20')];
  expect(countCohorts(sizes, gone, '2026-04-15')).toEqual([
    { month: '2026-01', lines: 10, stayed: [0.9, 0.9, 0.7] },
    { month: '2026-03', lines: 4, stayed: [1] },
    { month: '2026-04', lines: 4, stayed: [] },
  ]);
});
