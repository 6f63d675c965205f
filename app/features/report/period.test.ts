import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';

test.each([
  ['', '2026-11-22', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ['', '2026-01-01', '2025-12-01', '2025-12-31', '2025-11-01', '2025-11-30'],
  ['month=2026-11', '2026-11-22', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-31'],
  ['month=2024-02', '2026-11-22', '2024-02-01', '2024-02-29', '2024-01-01', '2024-01-31'],
  ['month=2024-02&compare=year', '2026-11-22', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['month=2026-12', '2026-11-22', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ["month=2026-13&compare='", '2026-11-22', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
])('%s on %s', (search, today, from, to, beforeFrom, beforeTo) => {
  const period = readPeriod(new URLSearchParams(search), today);
  expect(period).toMatchObject({ from, to, before: { from: beforeFrom, to: beforeTo } });
  expect(period.isRunning).toBe(to === today);
});
