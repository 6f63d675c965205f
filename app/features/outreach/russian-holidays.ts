import { addDays } from '#app/features/sla/calendar-date.ts';

/** Labour Code of Russia, art. 112 part 1. */
const everyYear = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

/**
 * The days off of a year, Saturdays and Sundays aside. One that falls on these moves to the next working day,
 * but for those of January, which a decree moves (art. 112 part 2); what a decree moves is not known here.
 */
export function russianHolidays(year: string): ReadonlySet<string> {
  const days = new Set(everyYear.map((day) => `${year}-${day}`));
  for (const date of [...days]) {
    if (date.slice(5, 7) === '01' || !isWeekend(date)) continue;
    let moved = date;
    while (isWeekend(moved)) moved = addDays(moved, 1);
    days.add(moved);
  }
  return days;
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6;
}
