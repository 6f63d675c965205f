import { addDays } from '../sla/calendar-date.ts';

/** Article 99 of the labour code: four hours over two days that follow each other, 120 hours a year. */
const twoDaysMinutes = 4 * 60;
const yearMinutes = 120 * 60;

/** How many minutes beyond his plan somebody may still agree to on a date; `agreed`: minutes he has agreed to by date. */
export function overtimeLeft(agreed: ReadonlyMap<string, number>, date: string): number {
  const on = (day: number) => agreed.get(addDays(date, day)) ?? 0;
  const year = [...agreed].filter(([other]) => other.slice(0, 4) === date.slice(0, 4));
  const ofYear = year.reduce((sum, [, minutes]) => sum + minutes, 0);
  const nearby = Math.max(on(-1) + on(0), on(0) + on(1));
  return Math.max(0, Math.min(twoDaysMinutes - nearby, yearMinutes - ofYear));
}
