import { instantInZone } from '#app/platform/format.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export type SnoozeMoment = { name: 'hour' | 'evening' | 'tomorrow' | 'monday'; at: Date };

/** Until when a case is usually put off, in the client company's time zone. */
export function snoozeMoments(now: Date, timeZone: string): SnoozeMoment[] {
  const tomorrow = morningOf(new Date(now.getTime() + dayMs), timeZone);
  const monday = morningOf(new Date(now.getTime() + daysToMonday(now, timeZone) * dayMs), timeZone);
  return [
    { name: 'hour', at: new Date(now.getTime() + hourMs) },
    { name: 'evening', at: new Date(now.getTime() + 3 * hourMs) },
    { name: 'tomorrow', at: tomorrow },
    { name: 'monday', at: monday },
  ];
}

function morningOf(day: Date, timeZone: string): Date {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(day);
  return instantInZone(`${date}T09:00`, timeZone) ?? day;
}

/** 1 to 7: the Monday after today. */
function daysToMonday(now: Date, timeZone: string): number {
  const today = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' }).format(now);
  const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return 7 - week.indexOf(today);
}
