import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AgeingChart } from './ageing-chart.tsx';
import { DebtorsLink } from './debtors-link.tsx';
import { overdueBuckets } from './overdue-buckets.ts';
import type { Board, Overdue } from './read-board.ts';

/** What is overdue by age, now and at the beginning of each month. */
export function AgeingSection({ ageing, mayWrite }: Pick<Board, 'ageing' | 'mayWrite'>) {
  const { t } = useTranslation('debtBoard');
  const isEmpty = ageing.every(({ by }) => overdueBuckets.every((bucket) => by[bucket].receivables === 0));
  return (
    <Section title={t('ageing.title')} note={isEmpty ? null : t('ageing.note')}>
      {isEmpty ? (
        <div>
          <Text>{t('ageing.none')}</Text>
          <Text c="dimmed">{t('ageing.noneHint')}</Text>
        </div>
      ) : (
        <>
          <AgeingChart ageing={ageing} />
          {mayWrite && ageing.length === 1 ? <CountPast /> : null}
          <AgeingTable ageing={ageing} />
        </>
      )}
    </Section>
  );
}

function CountPast() {
  const { t } = useTranslation('debtBoard');
  const { slug } = useDesk().workplace;
  return (
    <div>
      <ActionButton
        action={`/t/${slug}/plan/debt/months`}
        label={t('ageing.countPast')}
        confirm={t('ageing.confirmCount')}
        variant="default"
      />
    </div>
  );
}

function AgeingTable({ ageing }: Pick<Board, 'ageing'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const rows = ageing.toReversed();
  const sumOf = (month: Board['ageing'][number]) =>
    overdueBuckets.reduce((sum, bucket) => sum + month.by[bucket].kopecks, 0);
  return (
    <Wide label={t('ageing.table')}>
      <Table maw={860} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ageing.month')}</Table.Th>
            {overdueBuckets.map((bucket) => (
              <Table.Th key={bucket} ta="right">
                {t(`bucket.${bucket}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('ageing.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((month, place) => (
            <Table.Tr key={month.on}>
              <Table.Td>
                {place === 0 ? t('ageing.now') : format.fullDay(new Date(`${month.on}T12:00:00Z`))}
              </Table.Td>
              {overdueBuckets.map((bucket) => (
                <Table.Td key={bucket} ta="right">
                  <DebtorsLink filter={{ bucket, ...(place === 0 ? {} : { asOf: month.on }) }}>
                    <Sum of={month.by[bucket]} />
                  </DebtorsLink>
                </Table.Td>
              ))}
              <Table.Td ta="right">
                <DebtorsLink filter={place === 0 ? {} : { asOf: month.on }}>
                  {format.money(sumOf(month))}
                </DebtorsLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Sum({ of: { kopecks, receivables } }: { of: Overdue }) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  return (
    <>
      {format.money(kopecks)}
      <Text span size="xs" c="dimmed" display="block">
        {t('ageing.count', { count: receivables, n: format.count(receivables) })}
      </Text>
    </>
  );
}
