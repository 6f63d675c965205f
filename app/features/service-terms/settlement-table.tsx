import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import type { Figure } from '#app/features/metric/metric.ts';
import type { SettledLine, Settlement } from './settle-month.ts';
import { useTermWords } from './use-term-words.ts';

type Props = {
  settlement: Settlement;
  feeKopecks: number;
  /** The numbers it was reckoned from, where they may be opened. */
  figures?: readonly Figure[];
};

/** A month by its contract, line by line, with the reckoning of each. */
export function SettlementTable({ settlement, feeKopecks, figures = [] }: Props) {
  const { t } = useTranslation('terms');
  const { format } = useDesk();
  const { lines, penaltyKopecks, bonusKopecks, dueKopecks } = settlement;
  return (
    <>
      <Wide label={t('settled.title')}>
        <Table miw={720} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.metric')}</Table.Th>
              <Table.Th>{t('column.promised')}</Table.Th>
              <Table.Th ta="right">{t('column.value')}</Table.Th>
              <Table.Th>{t('column.outcome')}</Table.Th>
              <Table.Th>{t('column.reckoning')}</Table.Th>
              <Table.Th ta="right">{t('column.amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <LineRow
                key={line.metric}
                line={line}
                figure={figures.find(({ metric }) => metric === line.metric)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <Text>
        {t('settled.sum', {
          fee: format.money(feeKopecks),
          penalty: format.money(penaltyKopecks),
          bonus: format.money(bonusKopecks),
          due: format.money(dueKopecks),
        })}
      </Text>
    </>
  );
}

function LineRow({ line, figure }: { line: SettledLine; figure: Figure | undefined }) {
  const { t } = useTranslation('terms');
  const { format } = useDesk();
  const { titleOf, promiseOf, amountOf, differenceOf, sumOf } = useTermWords();
  const { metric, value, difference, amountKopecks, bound } = line;
  const outcome = difference === null ? 'unknown' : difference < 0 ? 'missed' : 'met';
  return (
    <Table.Tr>
      <Table.Td>{titleOf(metric)}</Table.Td>
      <Table.Td>{promiseOf(line)}</Table.Td>
      <Table.Td ta="right">
        {figure ? <FigureValue figure={figure} /> : value === null ? '—' : amountOf(metric, value)}
      </Table.Td>
      <Table.Td>
        {t(`outcome.${outcome}`)}
        {difference ? `, ${differenceOf(metric, difference)}` : ''}
      </Table.Td>
      <Table.Td>{bound === 'target' ? t('sum.target') : sumOf(line)}</Table.Td>
      <Table.Td ta="right">{amountKopecks === 0 ? '—' : format.money(amountKopecks)}</Table.Td>
    </Table.Tr>
  );
}
