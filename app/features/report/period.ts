import { addDays } from '#app/features/sla/calendar-date.ts';

/** What a report is of: one month, beside another. Dates of the tenant's zone, both within. */
export type ReportPeriod = {
  /** `2026-10` */
  month: string;
  from: string;
  to: string;
  /** It is not over yet: `to` is today. */
  isRunning: boolean;
  compare: 'previous' | 'year';
  before: { month: string; from: string; to: string };
};

/** The month and its companion as the address says; without a word the last one that is over, beside the one before it. */
export function readPeriod(search: URLSearchParams, today: string): ReportPeriod {
  const asked = search.get('month') ?? '';
  const running = today.slice(0, 7);
  const isKnown = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) && asked <= running;
  const month = isKnown ? asked : monthsBefore(running, 1);
  const compare = search.get('compare') === 'year' ? 'year' : 'previous';
  const beside = monthsBefore(month, compare === 'year' ? 12 : 1);
  const isRunning = month === running;
  const span = { from: `${month}-01`, to: isRunning ? today : lastDayOf(month) };
  return { month, ...span, isRunning, compare, before: { month: beside, ...wholeMonth(beside) } };
}

/** `2026-10`, so many months earlier. */
export function monthsBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7);
}

/** Of a step of figures that is a day, or days `from/to`. */
export function daysOfStep(step: string): { from: string; to: string } {
  const [from = '', to = from] = step.split('/');
  return { from, to };
}

export function wholeMonth(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: lastDayOf(month) };
}

function lastDayOf(month: string): string {
  return addDays(`${monthsBefore(month, -1)}-01`, -1);
}
