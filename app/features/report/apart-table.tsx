import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import type { TakenApart } from './read-month.ts';
import { useKeyWords } from './use-key-words.ts';

/** Metrics of the month taken apart by channel, carrier or kind; empty: nothing is shown. */
export function ApartTable({ apart, title: named }: { apart: TakenApart; title?: string }) {
  const { t } = useTranslation('report');
  const { titleOf } = useTermWords();
  const keyOf = useKeyWords();
  const { format } = useDesk();
  /** A count of what did not happen is nought; of nothing there is no share. */
  const nothingOf = (metric: MetricKey) => (metricOf(metric).denominator === null ? format.count(0) : '—');
  const title = named ?? t(`by.${apart.by}`);
  if (apart.rows.length === 0) return null;
  return (
    <Section title={title}>
      <Wide label={title}>
        <Table miw={680} maw={1000} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(`key.${apart.by}`)}</Table.Th>
              {apart.metrics.map((metric) => (
                <Table.Th key={metric} ta="right">
                  {titleOf(metric)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {apart.rows.map(({ key, figures }) => (
              <Table.Tr key={key}>
                <Table.Td>{keyOf(apart.by, key)}</Table.Td>
                {apart.metrics.map((metric) => {
                  const figure = figures.find((one) => one.metric === metric);
                  return (
                    <Table.Td key={metric} ta="right">
                      {figure ? <FigureValue figure={figure} /> : nothingOf(metric)}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
