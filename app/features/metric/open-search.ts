import type { Figure } from './metric.ts';

export type Openable = Pick<Figure, 'metric' | 'period' | 'step' | 'dimension' | 'key' | 'within'>;

/** What the page that opens a number is asked by. */
export function searchOf({ metric, period, step, dimension, key, within }: Openable): string {
  const search = new URLSearchParams({ metric, ...spanOfStep(step, period) });
  if (dimension !== null && key !== null) search.set('by', dimension);
  if (dimension !== null && key !== null) search.set('key', key);
  if (within) search.set('of', within.dimension);
  if (within) search.set('only', within.key);
  return String(search);
}

/** The dates of a step: a day, days `from/to`, or a month. */
function spanOfStep(step: Figure['step'], period: Figure['period']): Figure['period'] {
  if (step === null) return period;
  const [from = '', to = from] = step.split('/');
  return from.length === 7 ? monthWithin(from, period) : { from, to };
}

/** The part of a month that the figures were asked of. */
function monthWithin(month: string, { from, to }: Figure['period']): Figure['period'] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first > from ? first : from, to: last < to ? last : to };
}
