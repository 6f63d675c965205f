import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { DebtorsLink } from './debtors-link.tsx';
import type { Board } from './read-board.ts';
import { recentDays } from './recent-days.ts';

/** How many promises were kept, and how much of what was promised was paid. */
export function PromiseSection({ promises }: Pick<Board, 'promises'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const { kept, broken, keptShare, promisedKopecks, paidKopecks } = promises;
  const all = kept + broken;
  const interval = { low: Math.round(keptShare.low * 100), high: Math.round(keptShare.high * 100) };
  const counts = { kept: format.count(kept), all: format.count(all), ...interval };
  const sums = { paid: format.money(paidKopecks), promised: format.money(promisedKopecks) };
  const percent = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`;
  return (
    <Section title={t('promises.title', { days: recentDays.promises })}>
      {all === 0 ? (
        <Text c="dimmed">{t('promises.none')}</Text>
      ) : (
        <Table maw={520} verticalSpacing={4}>
          <Table.Tbody>
            <Table.Tr>
              <Table.Td>{t('promises.byCount')}</Table.Td>
              <Table.Td ta="right">
                <DebtorsLink filter={{ promise: 'kept' }}>{percent(kept, all)}</DebtorsLink>{' '}
                <Small>{t('promises.countOf', counts)}</Small>
              </Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Td>{t('promises.bySum')}</Table.Td>
              <Table.Td ta="right">
                <DebtorsLink filter={{ promise: 'kept' }}>
                  {percent(paidKopecks, promisedKopecks)}
                </DebtorsLink>{' '}
                <Small>{t('promises.sumOf', sums)}</Small>
              </Table.Td>
            </Table.Tr>
            {(['kept', 'broken'] as const).map((promise) => (
              <Table.Tr key={promise}>
                <Table.Td>{t(`promises.${promise}`)}</Table.Td>
                <Table.Td ta="right">
                  <DebtorsLink filter={{ promise }}>{format.count(promises.debts[promise])}</DebtorsLink>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function Small({ children }: { children: string }) {
  return (
    <Text span size="xs" c="dimmed" display="block">
      {children}
    </Text>
  );
}
