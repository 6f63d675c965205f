import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { type Figure, type MetricKey, metricOf } from './metric.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** Numbers in their units. */
export function useFigureWords() {
  const { t, i18n } = useTranslation('metric');
  const { format } = useDesk();
  const one = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const lengthOf = (ms: number) => {
    if (ms < 2 * minute) return t('seconds', { n: one.format(ms / second) });
    return ms < 2 * hour
      ? t('minutes', { n: one.format(ms / minute) })
      : t('hours', { n: one.format(ms / hour) });
  };
  /** `—`: of nothing. */
  function write(metric: MetricKey, value: number | null): string {
    if (value === null) return '—';
    const { unit } = metricOf(metric);
    if (unit === 'share') return percent.format(value);
    if (unit === 'ms') return lengthOf(value);
    if (unit === 'kopecks') return format.money(value);
    return unit === 'score' ? one.format(value * 100).replace('-', '−') : format.count(value);
  }
  return { write, of: ({ metric, value }: Pick<Figure, 'metric' | 'value'>) => write(metric, value) };
}
