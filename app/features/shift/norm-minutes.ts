import { isWorkday } from './work-calendar.ts';

export type Minutes = { min: number; max: number };

/**
 * What a person may and should work in these days: a fifth of his week for each working day of the calendar that is not a
 * day of leave (article 91; the order of the Ministry of Health No. 588n).
 */
export function normMinutes(
  week: Minutes,
  dates: readonly string[],
  isOnLeave: (date: string) => boolean,
): Minutes {
  const days = dates.filter((date) => isWorkday(date) && !isOnLeave(date)).length;
  return { min: halfHours((week.min * days) / 5), max: halfHours((week.max * days) / 5) };
}

const halfHours = (minutes: number) => Math.floor(minutes / 30) * 30;
