import { useTranslation } from 'react-i18next';
import { figureText } from './figure-text.ts';
import { type Figure, type MetricKey, metricOf } from './metric.ts';

/** Numbers in their units. */
export function useFigureWords() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'ru';
  const write = (metric: MetricKey, value: number | null) =>
    figureText(value, metricOf(metric).unit, language);
  return { write, of: ({ metric, value }: Pick<Figure, 'metric' | 'value'>) => write(metric, value) };
}
