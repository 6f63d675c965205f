import type { ShiftProblem } from './shift-problem.ts';

/** Days of one calendar week within the horizon, `toDay` exclusive; whole unless the horizon begins or ends within it. */
export type WeekSpan = { fromDay: number; toDay: number; from: number; to: number; isWhole: boolean };

export function weekSpans({ dayStarts, weekdays }: Pick<ShiftProblem, 'dayStarts' | 'weekdays'>): WeekSpan[] {
  const mondays = weekdays.flatMap((weekday, day) => (weekday === 1 || day === 0 ? [day] : []));
  return mondays.map((fromDay, place) => {
    const toDay = mondays[place + 1] ?? weekdays.length;
    const from = dayStarts[fromDay] ?? 0;
    const to = dayStarts[toDay] ?? 0;
    return { fromDay, toDay, from, to, isWhole: toDay - fromDay === 7 };
  });
}
