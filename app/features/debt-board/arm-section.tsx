import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Estimate } from '#app/features/uplift/newcombe-interval.ts';
import { DebtorsLink } from './debtors-link.tsx';
import type { ArmResult } from './measure-arms.ts';
import type { Board } from './read-board.ts';

const columns = ['debts', 'paid', 'recovered', 'cost', 'costPerRouble', 'paidMore', 'recoveredMore'] as const;

/** What each arm of the trial brought, and at what cost, with intervals. */
export function ArmSection({ trial }: Pick<Board, 'trial'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  if (!trial) {
    return (
      <Section title={t('arms.title')}>
        <Text c="dimmed">{t('arms.none')}</Text>
      </Section>
    );
  }
  const since = format.fullDay(new Date(`${trial.since}T12:00:00Z`));
  return (
    <Section title={t('arms.title')} note={t('arms.note', { since })}>
      {trial.arms.length === 0 ? (
        <Text c="dimmed">{t('arms.notYet')}</Text>
      ) : (
        <Wide label={t('arms.title')}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('arms.arm')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`arms.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {trial.arms.map((result) => (
                <ArmRow key={result.arm} result={result} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Text size="xs" c="dimmed">
        {t('arms.methods')}
      </Text>
    </Section>
  );
}

function ArmRow({ result }: { result: ArmResult }) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const { arm, debts, paid, paidShare, owedKopecks, recoveredKopecks, costKopecks } = result;
  const percent = (share: number) => format.count(Math.round(share * 1000) / 10);
  const perHundred = (perRouble: number) =>
    Number.isFinite(perRouble) ? format.money(Math.round(perRouble * 10_000)) : '∞';
  return (
    <Table.Tr>
      <Table.Td>{t(`arms.${arm}`)}</Table.Td>
      <Table.Td ta="right">
        <DebtorsLink filter={{ tried: arm }}>{format.count(debts)}</DebtorsLink>
      </Table.Td>
      <Figure
        value={
          <DebtorsLink filter={{ tried: arm, brought: 'paid' }}>{`${percent(paid / debts)} %`}</DebtorsLink>
        }
        interval={paidShare}
        write={percent}
      />
      <Table.Td ta="right">
        <DebtorsLink filter={{ tried: arm }}>{format.money(recoveredKopecks)}</DebtorsLink>
        <Small>{`${percent(recoveredKopecks / owedKopecks)} %`}</Small>
      </Table.Td>
      <Table.Td ta="right">
        <DebtorsLink filter={{ tried: arm }}>{format.money(costKopecks)}</DebtorsLink>
      </Table.Td>
      <Compared arm={arm} estimate={result.costPerRouble} write={perHundred} />
      <Compared arm={arm} estimate={result.paidMore} write={percent} />
      <Compared
        arm={arm}
        estimate={result.recoveredMore}
        write={(kopecks) => format.money(Math.round(kopecks))}
      />
    </Table.Tr>
  );
}

type ComparedProps = { arm: ArmResult['arm']; estimate: Estimate | null; write(value: number): string };

function Compared({ arm, estimate, write }: ComparedProps) {
  if (!estimate) return <Table.Td ta="right">—</Table.Td>;
  const value = <DebtorsLink filter={{ tried: arm }}>{write(estimate.value)}</DebtorsLink>;
  return <Figure value={value} interval={estimate} write={write} />;
}

type FigureProps = {
  value: ReactNode;
  interval: { low: number; high: number };
  write(value: number): string;
};

function Figure({ value, interval, write }: FigureProps) {
  const { t } = useTranslation('debtBoard');
  return (
    <Table.Td ta="right">
      {value}
      <Small>{t('arms.from', { low: write(interval.low), high: write(interval.high) })}</Small>
    </Table.Td>
  );
}

function Small({ children }: { children: string }) {
  return (
    <Text span size="xs" c="dimmed" display="block">
      {children}
    </Text>
  );
}
