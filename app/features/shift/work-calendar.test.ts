import { expect, test } from 'vitest';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { isStatedHoliday } from '#app/features/sla/russian-holidays.ts';
import { isWorkday, weekdayOf } from './work-calendar.ts';

test('2026 has 247 working days and 118 off, as the Government has it', () => {
  const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
  expect(year.filter(isWorkday)).toHaveLength(247);
});

test.each([
  ['2026-03-08', true, false],
  ['2026-03-09', false, false],
  ['2026-05-11', false, false],
  ['2026-11-03', false, true],
  ['2026-12-31', false, false],
])('%s: a holiday %s, a working day %s', (date, holiday, workday) => {
  expect([isStatedHoliday(date), isWorkday(date)]).toEqual([holiday, workday]);
});

test('a week begins on Monday', () => {
  expect(['2026-11-22', '2026-11-23'].map(weekdayOf)).toEqual([7, 1]);
});
