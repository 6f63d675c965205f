import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { RateChart } from '#app/features/churn/base-section.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import styles from './course-chart.module.css';
import { wholeMonth } from './period.ts';
import type { BaseView } from './read-base.ts';

const columns = ['start', 'joined', 'returned', 'left', 'net', 'end', 'rate', 'saved'] as const;

/** The base month by month; who came back is told apart from who joined. */
export function BaseMonths({ view: { months, rates } }: { view: Pick<BaseView, 'months' | 'rates'> }) {
  const { t } = useTranslation(['report', 'churn']);
  if (rates.every(({ end, left }) => end === 0 && left === 0))
    return (
      <Section title={t('churn:base.title')}>
        <NothingHere text={t('churn:base.none')} hint={t('churn:base.noneHint')} />
      </Section>
    );
  return (
    <Section title={t('churn:base.title')} note={t('base.monthsNote')}>
      <Wide label={t('churn:base.chart')}>
        <div className={styles.whole}>
          <RateChart months={rates} />
        </div>
      </Wide>
      <Wide label={t('churn:base.title')}>
        <Table maw={960} miw={680} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('chart.month')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`base.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.toReversed().map((row) => (
              <MonthRow key={row.month} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function MonthRow({ row }: { row: BaseView['months'][number] }) {
  const { format } = useDesk();
  const { from, to } = wholeMonth(row.month);
  const net = `${row.net > 0 ? '+' : row.net < 0 ? '−' : ''}${format.count(Math.abs(row.net))}`;
  return (
    <Table.Tr>
      <Table.Td>{format.period(from, to)}</Table.Td>
      {columns.map((column) => {
        const figure = column === 'net' ? null : row[column];
        return (
          <Table.Td key={column} ta="right">
            {column === 'net' ? net : figure ? <FigureValue figure={figure} /> : '—'}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
