import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { wholeMonth } from './period.ts';
import type { BaseView } from './read-base.ts';

/** Of each month of joining, how many per cent are still there after so many months; who joined can be opened. */
export function CohortTable({ cohorts }: Pick<BaseView, 'cohorts'>) {
  const { t } = useTranslation('churn');
  const { format } = useDesk();
  const most = Math.max(0, ...cohorts.map(({ stayed }) => stayed.length));
  const ages = Array.from({ length: most }, (_, age) => age);
  const nameOf = (month: string) => {
    const { from, to } = wholeMonth(month);
    return format.period(from, to);
  };
  return (
    <Section title={t('cohorts.title')} note={t('cohorts.note')}>
      {cohorts.length === 0 ? (
        <NothingHere text={t('cohorts.none')} hint={t('cohorts.noneHint')} />
      ) : (
        <Wide label={t('cohorts.title')}>
          <Table miw={640} verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('month')}</Table.Th>
                <Table.Th ta="right">{t('cohorts.size')}</Table.Th>
                {ages.map((age) => (
                  <Table.Th key={age} ta="right">
                    {age}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cohorts.map(({ month, joined, stayed }) => (
                <Table.Tr key={month}>
                  <Table.Td>{nameOf(month)}</Table.Td>
                  <Table.Td ta="right">
                    <FigureValue figure={joined} />
                  </Table.Td>
                  {ages.map((age) => (
                    <Table.Td key={age} ta="right">
                      {stayed[age] === undefined ? '' : Math.round(100 * stayed[age])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}
