import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { DebtorsLink } from './debtors-link.tsx';
import type { Board } from './read-board.ts';

/** How many were foretold to be late, month by month, and how many were. */
export function ForecastSection({ forecast }: Pick<Board, 'forecast'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const signed = (n: number) => `${n > 0 ? '+' : n < 0 ? '−' : ''}${format.count(Math.abs(n))}`;
  return (
    <Section title={t('forecast.title')} note={t('forecast.note')}>
      {forecast.length === 0 ? (
        <Text c="dimmed">{t('forecast.none')}</Text>
      ) : (
        <Wide label={t('forecast.title')}>
          <Table maw={640} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('forecast.month')}</Table.Th>
                {(['debts', 'foretold', 'late', 'difference'] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`forecast.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {forecast.map(({ month, debts, foretold, late }) => (
                <Table.Tr key={month}>
                  <Table.Td>{`${month.slice(5)}.${month.slice(0, 4)}`}</Table.Td>
                  <Table.Td ta="right">
                    <DebtorsLink filter={{ due: month }}>{format.count(debts)}</DebtorsLink>
                  </Table.Td>
                  <Table.Td ta="right">
                    <DebtorsLink filter={{ due: month, foretold: 'late' }}>
                      {format.count(foretold)}
                    </DebtorsLink>
                  </Table.Td>
                  <Table.Td ta="right">
                    <DebtorsLink filter={{ due: month, paid: 'late' }}>{format.count(late)}</DebtorsLink>
                  </Table.Td>
                  <Table.Td ta="right">{signed(late - foretold)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}
