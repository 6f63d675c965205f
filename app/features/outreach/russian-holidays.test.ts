import { expect, test } from 'vitest';
import { publicHolidays } from '#app/features/sla/public-holidays.ts';
import { isWeekend, russianHolidays } from './russian-holidays.ts';

test.each([
  ['2026', ['2026-03-08', '2026-03-09', '2026-05-09', '2026-05-11']],
  ['2027', ['2027-05-01', '2027-05-03', '2027-05-09', '2027-05-10', '2027-06-12', '2027-06-14']],
])('in %s what falls on a weekend moves to the next working day, but for January', (year, moved) => {
  const days = [...russianHolidays(year)];
  expect(days).toEqual(expect.arrayContaining(moved));
  expect(days.filter((date) => date.startsWith(`${year}-01`))).toHaveLength(8);
});

test('the days are those that the library of holidays knows', async () => {
  for (let year = 2023; year <= 2040; year++) {
    const known = (await publicHolidays('RU', year)).map(({ date }) => date);
    const own = russianHolidays(String(year));
    expect(known.filter((date) => !own.has(date))).toEqual([]);
    expect([...own].filter((date) => !known.includes(date)).every((date) => !isWeekend(date))).toBe(true);
  }
});
