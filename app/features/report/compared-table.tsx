import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { metricOf } from '#app/features/metric/metric.ts';
import type { Threshold } from '#app/features/service-terms/service-terms.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { directionOf, isKept } from './compare.ts';
import type { Compared } from './read-month.ts';

type Props = { title: string; note?: string; rows: readonly Compared[] };

/** Metrics of the month, beside those of another month and what is promised. */
export function ComparedTable({ title, note, rows }: Props) {
  const { t } = useTranslation('report');
  const isPromised = rows.some(({ threshold }) => threshold !== null);
  const isEmpty = rows.every(({ figure, before }) => !figure.numerator && !before?.numerator);
  if (isEmpty)
    return (
      <Section title={title}>
        <NothingHere text={t('nothing')} hint={t('nothingHint')} />
      </Section>
    );
  return (
    <Section title={title} note={note}>
      <Wide label={title}>
        <Table miw={680} maw={1000} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.metric')}</Table.Th>
              <Table.Th ta="right">{t('column.value')}</Table.Th>
              <Table.Th ta="right">{t('column.before')}</Table.Th>
              <Table.Th>{t('column.change')}</Table.Th>
              {isPromised ? <Table.Th>{t('column.promised')}</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <ComparedRow key={row.figure.metric} row={row} isPromised={isPromised} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

type RowProps = { row: Compared; isPromised: boolean };

function ComparedRow({ row: { figure, before, threshold }, isPromised }: RowProps) {
  const { t } = useTranslation('report');
  const { titleOf } = useTermWords();
  const direction = directionOf(figure, before, metricOf(figure.metric).better);
  return (
    <Table.Tr>
      <Table.Td>{titleOf(figure.metric)}</Table.Td>
      <Table.Td ta="right">
        <FigureValue figure={figure} />
      </Table.Td>
      <Table.Td ta="right">{before ? <FigureValue figure={before} /> : '—'}</Table.Td>
      <Table.Td>{direction ? t(`change.${direction}`) : '—'}</Table.Td>
      {isPromised ? (
        <Table.Td>{threshold ? <Promised figure={figure} threshold={threshold} /> : null}</Table.Td>
      ) : null}
    </Table.Tr>
  );
}

function Promised({ figure, threshold }: { figure: Compared['figure']; threshold: Threshold }) {
  const { t } = useTranslation('terms');
  const { promiseOf } = useTermWords();
  const kept = isKept(figure, threshold);
  return (
    <>
      {promiseOf({ ...threshold, threshold: threshold.value })}
      {kept === null ? null : (
        <Text span size="xs" c={kept ? 'dimmed' : 'red'} display="block">
          {t(kept ? 'outcome.met' : 'outcome.missed')}
        </Text>
      )}
    </>
  );
}
