import type { Unit } from '#app/features/metric/metric.ts';
import { scaleOf } from './report-document.ts';

const tags = { ru: 'ru-RU', en: 'en-GB' };
const styles: Record<Exclude<Unit, 'ms'>, Intl.NumberFormatOptions> = {
  count: { maximumFractionDigits: 1 },
  share: { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  kopecks: { style: 'currency', currency: 'RUB', currencyDisplay: 'narrowSymbol' },
  score: { maximumFractionDigits: 1 },
};

/** A value as paper has it: `93,4 %`, `1:05:12`, `0:33`, `1 200,00 ₽`, a score in points; a dash where nothing is known. */
export function reportText(value: number | null, unit: Unit, language: 'ru' | 'en'): string {
  if (value === null) return '–';
  if (unit === 'ms') return durationText(value);
  const shown = unit === 'score' ? 100 * value : value / scaleOf(unit);
  return new Intl.NumberFormat(tags[language], styles[unit]).format(shown).replace('-', '−');
}

function durationText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const sign = ms < 0 ? '−' : '';
  const rest = two(seconds % 60);
  return sign + (hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`);
}
