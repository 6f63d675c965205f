import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { DebtorsLink } from './debtors-link.tsx';
import { overdueBuckets } from './overdue-buckets.ts';
import type { Board } from './read-board.ts';

const mostMonths = 6;

/** What moved on to a worse age within each month, and who was cured. */
export function RateSection({ rates }: Pick<Board, 'rates'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)} %`);
  return (
    <Section title={t('rates.title')} note={t('rates.note')}>
      {rates.length === 0 ? (
        <Text c="dimmed">{t('rates.none')}</Text>
      ) : (
        <Wide label={t('rates.title')}>
          <Table maw={860} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('rates.month')}</Table.Th>
                {overdueBuckets.map((bucket) => (
                  <Table.Th key={bucket} ta="right">
                    {t(`bucket.${bucket}`)}
                    <Text span size="xs" c="dimmed" display="block" fw={400}>
                      {bucket === '90+' ? t('rates.cure') : `${t('rates.roll')} / ${t('rates.cure')}`}
                    </Text>
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rates
                .slice(-mostMonths)
                .toReversed()
                .map(({ on, by }) => (
                  <Table.Tr key={on}>
                    <Table.Td>{format.fullDay(new Date(`${on}T12:00:00Z`))}</Table.Td>
                    {by.map(({ bucket, roll, cure, stood }) => (
                      <Table.Td key={bucket} ta="right">
                        {bucket === '90+' ? null : (
                          <>
                            <DebtorsLink filter={{ ...stoodIn(on, bucket), until: on, went: 'worse' }}>
                              {percent(roll)}
                            </DebtorsLink>
                            {' / '}
                          </>
                        )}
                        <DebtorsLink filter={{ ...stoodIn(on, bucket), until: on, went: 'cured' }}>
                          {percent(cure)}
                        </DebtorsLink>
                        <Text span size="xs" c="dimmed" display="block">
                          <DebtorsLink filter={stoodIn(on, bucket)}>
                            {t('rates.stood', { n: format.count(stood) })}
                          </DebtorsLink>
                        </Text>
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

/** Who stood in a bucket a month before: the rates are shares of them. */
function stoodIn(on: string, bucket: (typeof overdueBuckets)[number]) {
  return { asOf: addDays(on, -1).slice(0, 8).concat('01'), bucket };
}
