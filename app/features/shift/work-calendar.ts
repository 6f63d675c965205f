import { isWeekend, russianHolidays } from '#app/features/sla/russian-holidays.ts';

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** Whether the norm of working time counts this day: neither weekend nor holiday, nor the day a holiday was moved to. */
export function isWorkday(date: string): boolean {
  return !isWeekend(date) && !russianHolidays(date.slice(0, 4)).has(date);
}
