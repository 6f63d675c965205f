import { addDays } from '#app/features/sla/calendar-date.ts';

/** Days off moved by a decree of the Government, which no rule foretells. 2026: 3 January and 4 January (24.09.2025). */
const movedByDecree: ReadonlySet<string> = new Set(['2026-01-09', '2026-12-31']);
/** Article 112 of the labour code, as month and day. */
const fixed: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

export function isHoliday(date: string): boolean {
  return fixed.has(date.slice(5));
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** Whether the norm of working time counts this day: neither weekend nor holiday, nor the day a holiday was moved to. */
export function isWorkday(date: string): boolean {
  return isPlainWorkday(date) && !movedByDecree.has(date) && !isMovedTo(date);
}

const isPlainWorkday = (date: string) => weekdayOf(date) < 6 && !isHoliday(date);

/** A holiday on a weekend moves to the first working day after it; those of January only by decree. */
function isMovedTo(date: string): boolean {
  for (let before = addDays(date, -1); !isPlainWorkday(before); before = addDays(before, -1)) {
    if (isHoliday(before) && weekdayOf(before) >= 6 && !before.slice(5).startsWith('01-')) return true;
  }
  return false;
}
