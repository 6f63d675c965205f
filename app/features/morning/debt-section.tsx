import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { Deed } from './deed.tsx';
import type { DueView } from './read-due.ts';

type Debts = NonNullable<DueView['debts']>;
type Line = { what: string; debts: number; kopecks: number | null; deed: ReactNode };

/** What is owed on this day, and what to do about it. */
export function DebtSection({ debts }: Pick<DueView, 'debts'>) {
  const { t } = useTranslation('morning');
  return (
    <Section title={t('debts.title')} id="debts">
      {debts === null ? (
        <>
          <NothingHere text={t('debts.none')} hint={t('debts.noneHint')} />
          <Deed to="plan/debt/billing">{t('debts.load')}</Deed>
        </>
      ) : (
        <DebtTable debts={debts} />
      )}
    </Section>
  );
}

function DebtTable({ debts }: { debts: Debts }) {
  const { t } = useTranslation('morning');
  const { format } = useDesk();
  return (
    <Wide label={t('debts.title')}>
      <Table miw={480} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('debts.what')}</Table.Th>
            <Table.Th ta="right">{t('debts.debts')}</Table.Th>
            <Table.Th ta="right">{t('debts.sum')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {useLines(debts).map(({ what, debts: count, kopecks, deed }) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="right">{format.count(count)}</Table.Td>
              <Table.Td ta="right">{kopecks === null ? '' : format.money(kopecks)}</Table.Td>
              <Table.Td>{deed}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function useLines({ charges, promises, calls, suspensions, overdue }: Debts): Line[] {
  const { t } = useTranslation('morning');
  const toBoard = <Deed to="plan/debt">{t('debts.openBoard')}</Deed>;
  return [
    {
      what: t('debts.calls'),
      debts: calls,
      kopecks: null,
      deed: <Deed to="desk/debt">{t('debts.openCalls')}</Deed>,
    },
    {
      what: t('debts.suspensions'),
      debts: suspensions,
      kopecks: null,
      deed: <Deed to="lead/suspensions">{t('debts.openSuspensions')}</Deed>,
    },
    {
      what: t('debts.promises'),
      ...promises,
      deed: <Deed to="plan/debt/debtors?hold=promise">{t('debts.openDebtors')}</Deed>,
    },
    { what: t('debts.charges'), ...charges, deed: toBoard },
    ...overdue.map(({ bucket, receivables, kopecks }) => ({
      what: t('debts.bucket', { days: bucket }),
      debts: receivables,
      kopecks,
      deed: (
        <Deed to={`plan/debt/debtors?bucket=${encodeURIComponent(bucket)}`}>{t('debts.openDebtors')}</Deed>
      ),
    })),
  ].filter(({ debts }) => debts > 0);
}
