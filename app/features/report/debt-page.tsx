import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AgeingChart } from '#app/features/debt-board/ageing-chart.tsx';
import { overdueBuckets } from '#app/features/debt-board/overdue-buckets.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { ComparedTable } from './compared-table.tsx';
import { PortalPage } from './portal-page.tsx';
import type { DebtView } from './read-debt.ts';

export function DebtPage({ view: { around, ageing, overdue, rates, month } }: { view: DebtView }) {
  const { t } = useTranslation('report');
  const isEmpty = ageing.every(({ by }) => overdueBuckets.every((bucket) => by[bucket].receivables === 0));
  return (
    <PortalPage title={t('debt.title')} note={t('debt.note')} around={around}>
      <ComparedTable title={t('debt.month')} rows={month} />
      {isEmpty ? (
        <Section title={t('debt.ageing')}>
          <NothingHere text={t('debt.none')} hint={t('debt.noneHint')} />
        </Section>
      ) : (
        <Ageing ageing={ageing} overdue={overdue} />
      )}
      {rates.length > 0 ? <Rates rates={rates} /> : null}
    </PortalPage>
  );
}

function Ageing({ ageing, overdue }: Pick<DebtView, 'ageing' | 'overdue'>) {
  const { t } = useTranslation(['report', 'debtBoard']);
  const { format } = useDesk();
  return (
    <Section title={t('debt.ageing')}>
      <AgeingChart ageing={ageing} />
      <Wide label={t('debt.ageing')}>
        <Table maw={860} miw={520} verticalSpacing={2}>
          <BucketHead first={t('chart.month')} />
          <Table.Tbody>
            {overdue.toReversed().map(({ on, figures }, place) => (
              <Table.Tr key={on}>
                <Table.Td>{place === 0 ? t('debtBoard:ageing.now') : format.period(on, on)}</Table.Td>
                {figures.map((figure) => (
                  <Table.Td key={figure.key} ta="right">
                    <FigureValue figure={figure} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

/** Shares of what stood in a bucket a month before. */
function Rates({ rates }: Pick<DebtView, 'rates'>) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  return (
    <Section title={t('debt.rates')}>
      <Wide label={t('debt.rates')}>
        <Table maw={860} miw={520} verticalSpacing={2}>
          <BucketHead first={t('chart.month')} note={`${t('debt.roll')} / ${t('debt.cure')}`} />
          <Table.Tbody>
            {rates.toReversed().map(({ on, by }) => (
              <Table.Tr key={on}>
                <Table.Td>{format.period(on, on)}</Table.Td>
                {by.map(({ roll, cure }) => (
                  <Table.Td key={roll.key} ta="right">
                    {roll.value === null ? '—' : <FigureValue figure={roll} />} /{' '}
                    <FigureValue figure={cure} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function BucketHead({ first, note }: { first: string; note?: string }) {
  const { t } = useTranslation('debtBoard');
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>
          {first}
          {note ? ` (${note})` : ''}
        </Table.Th>
        {overdueBuckets.map((bucket) => (
          <Table.Th key={bucket} ta="right">
            {t(`bucket.${bucket}`)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
