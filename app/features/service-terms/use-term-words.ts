import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { figureText } from '#app/features/metric/figure-text.ts';
import type { MetricKey } from '#app/features/metric/metric.ts';
import { metricOf } from '#app/features/metric/metric.ts';
import type { SettledLine } from './settle-month.ts';

/** Thresholds and what became of them, in words. Values are in the unit of a threshold: thousandths or milliseconds. */
export function useTermWords() {
  const { t, i18n } = useTranslation(['terms', 'metric']);
  const { format } = useDesk();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const write = (value: number) => number.format(value).replace('-', '−');
  const amountOf = (metric: MetricKey, value: number) => {
    const { unit } = metricOf(metric);
    return figureText(unit === 'ms' ? value : value / 1000, unit, i18n.language === 'en' ? 'en' : 'ru');
  };
  return {
    amountOf,
    /** How far from a threshold: points of a share, not a share of anything. */
    differenceOf: (metric: MetricKey, difference: number) =>
      metricOf(metric).unit === 'ms'
        ? amountOf(metric, Math.abs(difference))
        : t('value.points', { n: write(Math.abs(difference) / 10) }),
    titleOf: (metric: MetricKey) => t(`metric:${metric}.title`),
    promiseOf: ({ metric, bound, threshold }: Pick<SettledLine, 'metric' | 'bound' | 'threshold'>) =>
      t(`promise.${bound}`, { value: amountOf(metric, threshold) }),
    /** `2 × 1 000 ₽ = 2 000 ₽`, and what the cap took off. */
    sumOf: ({ steps, stepKopecks, amountKopecks, cutKopecks, metric }: SettledLine) => {
      if (steps === 0 || stepKopecks === 0) return t('sum.nothing');
      const unit = metricOf(metric).unit === 'ms' ? 'seconds' : 'points';
      const asked = { steps: t(`sum.${unit}`, { count: steps }), price: format.money(stepKopecks) };
      const given = format.money(Math.abs(amountKopecks));
      return t(cutKopecks > 0 ? 'sum.cut' : 'sum.whole', { ...asked, sum: given });
    },
  };
}
