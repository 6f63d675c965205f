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

/** Minutes beyond the plan by date, of what was asked and agreed to. A shift on a free day is no overtime by itself. */
export function minutesByDate(
  asked: readonly { kind: 'overtime' | 'call-in'; date: string; startsAt: Date; endsAt: Date }[],
): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { kind, date, startsAt, endsAt } of asked) {
    if (kind !== 'overtime') continue;
    minutes.set(date, (minutes.get(date) ?? 0) + (endsAt.getTime() - startsAt.getTime()) / 60_000);
  }
  return minutes;
}
