import { formatFor } from '#app/platform/format.ts';
import type { Unit } from './metric.ts';

type Language = 'ru' | 'en';

const tags = { ru: 'ru-RU', en: 'en-GB' };
const [minute, hour] = [60_000, 3_600_000];

/** Intl's formats are slow to make, and every number of a page asks for one. */
const made = new Map<string, Intl.NumberFormat>();

/**
 * A value in its unit as people read it, on pages and on paper: `93,4 %`, `33,4 с`, `5,2 мин`, `1 200 ₽`, a score in
 * points; `—` where nothing is known.
 */
export function figureText(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '—';
  if (unit === 'kopecks') return formatFor(language, 'UTC').money(Math.round(value));
  if (unit === 'ms') return lengthText(value, language);
  if (unit === 'share') return write(value, language, { style: 'percent' });
  return write(unit === 'score' ? 100 * value : value, language, {});
}

function lengthText(ms: number, language: Language): string {
  const length = Math.abs(ms);
  if (length < 2 * minute) return write(ms / 1000, language, { style: 'unit', unit: 'second' });
  return length < 2 * hour
    ? write(ms / minute, language, { style: 'unit', unit: 'minute' })
    : write(ms / hour, language, { style: 'unit', unit: 'hour' });
}

function write(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = `${language} ${options.style} ${options.unit}`;
  const rounded = { ...options, maximumFractionDigits: 1, signDisplay: 'negative' } as const;
  const format = made.get(key) ?? new Intl.NumberFormat(tags[language], rounded);
  made.set(key, format);
  return format.format(value).replace('-', '−');
}
