import type { SpecialDay } from './calendar.ts';
import { addDays } from './calendar-date.ts';
import type { HolidayCountry } from './holiday-countries.ts';

/**
 * A year's public holidays, closed all day. They are copied into a calendar, so a newer list of them never
 * moves a clock that has run. Days moved by a decree are not known here; they are set by hand or from iCal.
 */
export async function publicHolidays(country: HolidayCountry, year: number): Promise<SpecialDay[]> {
  // Forty megabytes, loaded by who asks: most processes never do.
  const { default: Holidays } = await import('date-holidays');
  const found = new Holidays(country, { types: ['public'] }).getHolidays(year, 'ru');
  const days = new Map<string, SpecialDay>();
  for (const { date, name, start, end } of found) {
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    for (let day = 0; day < length; day++) {
      const at = addDays(date.slice(0, 10), day);
      if (at.startsWith(String(year)) && !days.has(at)) days.set(at, { date: at, name, periods: [] });
    }
  }
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
