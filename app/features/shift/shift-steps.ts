import { addDays } from '#app/features/sla/calendar-date.ts';

type Times = { date: string; from: string; minutes: number };

/** A time on a wall so many minutes later, over midnight into another date. */
export function stepTime({ date, from, minutes }: Times, by: number): Times {
  const at = minutesOf(from) + by;
  const day = Math.floor(at / 1440);
  return { date: addDays(date, day), from: timeText(at - 1440 * day), minutes };
}

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}

export function timeText(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes from one wall time to the next reading of another; the same time is a whole day later. */
export function minutesBetween(from: string, to: string): number {
  const length = minutesOf(to) - minutesOf(from);
  return length > 0 ? length : length + 1440;
}
