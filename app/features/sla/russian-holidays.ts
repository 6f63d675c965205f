import { addDays } from './calendar-date.ts';

/** Labour Code of Russia, art. 112 part 1. */
const everyYear = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

/** Days off that the Government moved elsewhere (art. 112 part 2): decree 1564 of 16.09.2021, that of 24.09.2025. */
const movedByDecree = ['2022-03-07', '2022-05-03', '2022-05-10', '2026-01-09', '2026-12-31'];

/**
 * The days off of a year, Saturdays and Sundays aside. One that falls on these moves to the next working day,
 * but for those of January, which a decree moves.
 */
export function russianHolidays(year: string): ReadonlySet<string> {
  const stated = everyYear.map((day) => `${year}-${day}`);
  const days = new Set([...stated, ...movedByDecree.filter((date) => date.startsWith(year))]);
  for (const date of stated) {
    if (date.slice(5, 7) === '01' || !isWeekend(date)) continue;
    let moved = date;
    while (isWeekend(moved)) moved = addDays(moved, 1);
    days.add(moved);
  }
  return days;
}

export function isStatedHoliday(date: string): boolean {
  return everyYear.includes(date.slice(5));
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6;
}
