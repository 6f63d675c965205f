import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';

/**
 * Until when a line must work that was paid on a date of the client company's zone: the day of the payment does not
 * count, the last one does to its end (Civil Code, art. 191 and 194).
 */
export function restoreTerm(paidOn: string, restoreDays: number, timeZone: string): Date {
  return new Date(midnightOf(addDays(paidOn, restoreDays + 1), timeZone));
}
