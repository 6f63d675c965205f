/** Moved by decree 1564 of 16.09.2021 and by that of 24.09.2025, beside what the Labour Code moves itself. */
const decreed = ['2022-03-07', '2022-05-03', '2022-05-10', '2026-01-09', '2026-12-31'];

/** Labour Code, art. 111 and 112: the week's end, the holidays, and the day after where one fell on a week's end. */
export function isFreeDay(date: string): boolean {
  if (isPlainlyFree(date) || decreed.includes(date)) return true;
  for (let back = 1; back <= 9; back += 1) {
    const before = daysBefore(date, back);
    if (!isPlainlyFree(before)) return false;
    if (isWeekEnd(before) && isHoliday(before) && before.slice(5, 7) !== '01') return true;
  }
  return false;
}

function isPlainlyFree(date: string): boolean {
  return isWeekEnd(date) || isHoliday(date);
}

function isHoliday(date: string): boolean {
  const [, month, day] = date.split('-');
  if (month === '01') return Number(day) <= 8;
  return ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'].includes(`${month}-${day}`);
}

function isWeekEnd(date: string): boolean {
  return ['Sat', 'Sun'].includes(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3));
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
