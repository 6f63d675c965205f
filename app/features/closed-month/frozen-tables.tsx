import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { figureText } from '#app/features/metric/figure-text.ts';
import { type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import { searchOf } from '#app/features/metric/open-search.ts';
import { useKeyWords } from '#app/features/report/use-key-words.ts';
import { quotientOf } from '#app/features/report-file/report-document.ts';
import { type Difference, datesOf, type FrozenFigure } from './month-snapshot.ts';
import type { MonthView } from './read-months.ts';

type Counted = Pick<FrozenFigure, 'numerator' | 'denominator'>;

/** Frozen numbers in the words of the day they were frozen on. */
function useFrozenWords({ definitions }: Pick<MonthView, 'definitions'>) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'ru';
  const keyWords = useKeyWords();
  const wordsOf = (metric: MetricKey) => definitions[language][metric];
  const writeValue = (metric: MetricKey, value: number | null) =>
    figureText(value, metricOf(metric).unit, language);
  return {
    nameOf: ({ metric, dimension, key }: Pick<FrozenFigure, 'metric' | 'dimension' | 'key'>) => {
      const title = wordsOf(metric)?.title ?? metric;
      return dimension && key !== null ? `${keyWords(dimension, key)} · ${title}` : title;
    },
    formulaOf: (metric: MetricKey) => wordsOf(metric)?.formula ?? '',
    write: (metric: MetricKey, counted: Counted) => writeValue(metric, quotientOf(counted)),
    writeValue,
  };
}

export function FrozenTable({ view, figures }: { view: MonthView; figures: readonly FrozenFigure[] }) {
  const { t } = useTranslation('month');
  const { format, workplace } = useDesk();
  const period = datesOf(view.month);
  const { nameOf, formulaOf, write, writeValue } = useFrozenWords(view);
  const known = figures.filter((figure) => quotientOf(figure) !== null);
  return (
    <Wide label={t('figures')}>
      <Table miw={560} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('words.figure')}</Table.Th>
            <Table.Th ta="right">{t('words.value')}</Table.Th>
            <Table.Th ta="right">{t('words.denominator')}</Table.Th>
            <Table.Th ta="right">{t('words.interval')}</Table.Th>
            <Table.Th>{t('words.definition')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {known.map((figure) => (
            <Table.Tr key={nameOf(figure)}>
              <Table.Td>{nameOf(figure)}</Table.Td>
              <Table.Td ta="right">
                {metricOf(figure.metric).opens ? (
                  <Anchor
                    component={Link}
                    inherit
                    aria-label={t('open', { figure: nameOf(figure), value: write(figure.metric, figure) })}
                    to={`/t/${workplace.slug}/report/open?${searchOf({ ...figure, period })}`}
                  >
                    {write(figure.metric, figure)}
                  </Anchor>
                ) : (
                  write(figure.metric, figure)
                )}
              </Table.Td>
              <Table.Td ta="right">
                {figure.denominator === null ? '' : format.count(figure.denominator)}
              </Table.Td>
              <Table.Td ta="right">
                {figure.interval?.map((end) => writeValue(figure.metric, end)).join(' … ') ?? ''}
              </Table.Td>
              <Table.Td c="dimmed">{formulaOf(figure.metric)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

export function DifferenceTable({
  view,
  differences,
}: {
  view: MonthView;
  differences: readonly Difference[];
}) {
  const { t } = useTranslation(['month', 'metric']);
  const { nameOf, write } = useFrozenWords(view);
  const show = (metric: MetricKey, counted: Counted | null) => {
    if (!counted) return t('missing');
    const { numerator, denominator } = counted;
    return denominator === null
      ? write(metric, counted)
      : `${write(metric, counted)} (${t('metric:parts', { numerator, denominator })})`;
  };
  return (
    <Wide label={t('differences')}>
      <Table miw={420} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['words.figure', 'was', 'became'] as const).map((column) => (
              <Table.Th key={column}>{t(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ metric, dimension, key, before, after }) => (
            <Table.Tr key={nameOf({ metric, dimension, key })}>
              <Table.Td>{nameOf({ metric, dimension, key })}</Table.Td>
              <Table.Td>{show(metric, before)}</Table.Td>
              <Table.Td>{show(metric, after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
