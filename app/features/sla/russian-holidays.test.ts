import { expect, test } from 'vitest';
import { publicHolidays } from './public-holidays.ts';
import { isWeekend, russianHolidays } from './russian-holidays.ts';

test.each([
  ['2026', ['2026-03-08', '2026-03-09', '2026-05-09', '2026-05-11']],
  ['2027', ['2027-05-01', '2027-05-03', '2027-05-09', '2027-05-10', '2027-06-12', '2027-06-14']],
])('in %s what falls on a weekend moves to the next working day, but for January', (year, moved) => {
  const days = [...russianHolidays(year)];
  expect(days).toEqual(expect.arrayContaining(moved));
  expect(days.filter((date) => date.startsWith(`${year}-01`) && date <= `${year}-01-08`)).toHaveLength(8);
});

test('what the Government moved is off too', () => {
  expect([...russianHolidays('2026')]).toEqual(expect.arrayContaining(['2026-01-09', '2026-12-31']));
  expect(russianHolidays('2027').has('2027-01-09')).toBe(false);
});

test('the days are those that the library of holidays knows', async () => {
  for (let year = 2023; year <= 2040; year++) {
    const known = (await publicHolidays('RU', year)).map(({ date }) => date);
    const own = russianHolidays(String(year));
    expect(known.filter((date) => !own.has(date))).toEqual([]);
    expect([...own].filter((date) => !known.includes(date)).every((date) => !isWeekend(date))).toBe(true);
  }
});
