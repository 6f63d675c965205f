import type { ShiftRules } from '#app/features/roster/shift-rules.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { isNightShift } from './carry-in.ts';
import { type Minutes, normMinutes } from './norm-minutes.ts';
import type { ToldShift } from './plan-facts.ts';

/**
 * The first date of the accounting period that holds a date: so many months each, counted from January (article 104 allows
 * a year at most).
 */
export function periodStart(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1;
  const first = month - (month % months) + 1;
  return `${date.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

type Accounted = {
  dates: readonly string[];
  onLeave: (date: string) => boolean;
  /** The first date of the period of which people were told a plan; null: none before this one. Before it nothing is known. */
  since: string | null;
  /** What he was told for the days since then and before the plan. */
  told: readonly ToldShift[];
  zone: string;
  rules: ShiftRules;
};

/** What is left of the period's norm at the end of a plan, once the hours that he was told before it are taken off. */
export function periodMinutes(
  week: Minutes,
  months: number,
  { dates, onLeave, since, told, zone, rules }: Accounted,
): Minutes {
  const from = dates[0] ?? '';
  const start = periodStart(from, months);
  const first = since === null ? from : [since, start].toSorted().at(-1);
  const before = first === undefined || first >= from ? [] : datesFrom(first, from);
  const norm = normMinutes(week, [...before, ...dates], onLeave);
  const counted = told
    .filter(({ date }) => before.includes(date))
    .reduce((sum, shift) => sum + countedMinutes(shift, zone, rules), 0);
  return { min: Math.max(0, norm.min - counted), max: Math.max(0, norm.max - counted) };
}

/** As the engine counts: without unpaid breaks, and by night with the hour that is taken off it (article 96). */
function countedMinutes(shift: ToldShift, zone: string, rules: ShiftRules): number {
  const unpaid = shift.breaks.filter(({ isPaid }) => !isPaid);
  const paused = unpaid.reduce((sum, one) => sum + one.endsAt - one.startsAt, 0);
  const worked = (shift.endsAt.getTime() - shift.startsAt.getTime() - paused) / 60_000;
  const shorter = rules['night-shorter'];
  return worked + (shorter.mode !== 'off' && isNightShift(shift, zone) ? shorter.value : 0);
}

function datesFrom(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day));
}
