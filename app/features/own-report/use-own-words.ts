import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import { useKeyWords } from '#app/features/report/use-key-words.ts';
import type { OwnDefinition } from './own-report.ts';

/** A report of one's own in words. `names`: of people and topics, by id. */
export function useOwnWords(names: Readonly<Record<string, string>> = {}) {
  const { t } = useTranslation(['own', 'report', 'metric']);
  const { format } = useDesk();
  const wordOf = useKeyWords();
  const keyOf = (dimension: Dimension | null, key: string | null): string => {
    if (dimension === null || key === null) return '';
    if (key !== '-' && dimension === 'hour') return `${key}:00`;
    if (dimension === 'age') return t('ageFrom', { count: Number(key) });
    return names[key] ?? wordOf(dimension, key);
  };
  const stepOf = (step: string | null): string => {
    if (step === null) return '';
    const [from = '', to = from] = step.split('/');
    if (step.length === 7) return format.period(`${step}-01`, lastDayOf(step));
    return format.period(from, to);
  };
  const periodOf = ({ period }: OwnDefinition): string =>
    period.kind === 'dates'
      ? format.period(period.from, period.to)
      : t(`last.${period.unit}`, { count: period.count });
  /** What is counted, by what, of which group, when. */
  const tell = (definition: OwnDefinition): string => {
    const { metrics, by, where, step } = definition;
    return [
      metrics.map((metric) => t(`metric:${metric}.title`)).join(', '),
      ...(where ? [`${t(`report:key.${where.dimension}`)}: ${keyOf(where.dimension, where.key)}`] : []),
      periodOf(definition),
      ...(step ? [t(`step.${step}`)] : []),
      ...(by ? [t(`by.${by}`)] : []),
    ].join(' · ');
  };
  return { keyOf, stepOf, periodOf, tell };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
