import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import type { OwnFigures } from './read-own-figures.ts';
import { useOwnWords } from './use-own-words.ts';

/** The numbers of a report; each says what it is and opens. */
export function OwnTable({ figures: { definition, rows, names } }: { figures: OwnFigures }) {
  const { t } = useTranslation(['own', 'report', 'metric']);
  const { keyOf, stepOf } = useOwnWords(names);
  const { metrics, by, step } = definition;
  return (
    <Wide label={t('table')}>
      <Table w="auto" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {by ? <Table.Th>{t(`report:key.${by}`)}</Table.Th> : null}
            {step ? <Table.Th>{t(`stepName.${step}`)}</Table.Th> : null}
            {metrics.map((metric) => (
              <Table.Th key={metric} ta="right">
                {t(`metric:${metric}.title`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.key} ${row.step}`}>
              {by ? <Table.Td>{keyOf(by, row.key)}</Table.Td> : null}
              {step ? <Table.Td style={{ whiteSpace: 'nowrap' }}>{stepOf(row.step)}</Table.Td> : null}
              {metrics.map((metric, place) => {
                const figure = row.figures[place];
                return (
                  <Table.Td key={metric} ta="right">
                    {figure ? <FigureValue figure={figure} /> : '—'}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
