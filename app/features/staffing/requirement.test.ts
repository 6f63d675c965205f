import { expect, test } from 'vitest';
import { slotsOf } from './requirement.ts';

test.each([
  ['a week', 'Europe/Moscow', '2026-11-23', '2026-11-30', 336],
  ['a week in which clocks go forward', 'Europe/Berlin', '2026-03-23', '2026-03-30', 334],
  ['a week in which clocks go back', 'Europe/Berlin', '2026-10-19', '2026-10-26', 338],
  ['over the end of a month', 'Asia/Kathmandu', '2026-02-27', '2026-03-02', 144],
  ['half an hour forward', 'Australia/Lord_Howe', '2026-10-04', '2026-10-05', 47],
])('%s', (_, timeZone, from, to, slots) => {
  const { dates, dayStarts } = slotsOf(timeZone, { from, to });
  expect(dayStarts).toHaveLength(dates.length + 1);
  expect(dayStarts.at(-1)).toBe(slots);
  expect(dates[0]).toBe(from);
});
