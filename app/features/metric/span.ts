import { addDays } from '#app/features/sla/calendar-date.ts';

export type Grain = 'day' | 'month';
/** Cells of one grain, both ends within. */
export type SpanPiece = { grain: Grain; from: string; to: string };

/** The fewest cells that make up the dates from one to another: whole months, and the days beside them. */
export function piecesOf(from: string, to: string): SpanPiece[] {
  if (from > to) return [];
  const firstMonth = from.endsWith('-01') ? monthOf(from) : monthAfter(monthOf(from));
  const lastMonth = addDays(to, 1).endsWith('-01') ? monthOf(to) : monthBefore(monthOf(to));
  if (firstMonth > lastMonth) return [{ grain: 'day', from, to }];
  const before = { grain: 'day', from, to: addDays(`${firstMonth}-01`, -1) } as const;
  const after = { grain: 'day', from: `${monthAfter(lastMonth)}-01`, to } as const;
  const months = { grain: 'month', from: firstMonth, to: lastMonth } as const;
  return [before, months, after].filter((piece) => piece.from <= piece.to);
}

/** Every day or month that has a part of the span. */
export function stepsOf(from: string, to: string, grain: Grain): string[] {
  const steps: string[] = [];
  const next = grain === 'day' ? (day: string) => addDays(day, 1) : monthAfter;
  const [first, last] = grain === 'day' ? [from, to] : [monthOf(from), monthOf(to)];
  for (let step = first; step <= last; step = next(step)) steps.push(step);
  return steps;
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

function monthAfter(month: string): string {
  return monthOf(addDays(`${month}-28`, 4));
}

function monthBefore(month: string): string {
  return monthOf(addDays(`${month}-01`, -1));
}
