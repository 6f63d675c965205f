import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { stepActions } from '#app/features/ladder/strategy.ts';
import type { Simulation } from './simulation.ts';
import type { SimulationRun } from './use-simulation.ts';

type Row = { name: string; of(simulation: Simulation): ReactNode };

/** The rules asked about beside those in force, figure by figure. */
export function SimulationTable({ run, steps }: { run: SimulationRun; steps: number }) {
  const { t } = useTranslation('strategy');
  const rows = useRows(run, steps);
  const { asked, inForce } = run;
  return (
    <Wide label={t('simulation.title')}>
      <Table maw={760} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('simulation.figure')}</Table.Th>
            <Table.Th ta="right">{t('simulation.asked')}</Table.Th>
            <Table.Th ta="right">
              {inForce ? t('simulation.inForce', { name: inForce.name }) : t('simulation.nothing')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, of }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{of(asked)}</Table.Td>
              <Table.Td ta="right">{inForce ? of(inForce.simulation) : '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function useRows({ asked, inForce }: SimulationRun, steps: number): Row[] {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  const both = [asked, ...(inForce ? [inForce.simulation] : [])];
  const used = (key: 'contacts' | 'proposals') =>
    stepActions.filter((action) => both.some((one) => one[key][action] !== undefined));
  const places = Math.max(steps, ...both.map(({ stood }) => stood.length - 1)) + 1;
  return [
    { name: t('simulation.entered'), of: ({ entered }) => format.count(entered) },
    { name: t('simulation.paid'), of: ({ paid }) => format.count(paid) },
    ...Array.from({ length: places }, (_, behind) => ({
      name: t('simulation.stood', { count: behind }),
      of: ({ stood }: Simulation) => format.count(stood[behind] ?? 0),
    })),
    ...used('contacts').map((action) => ({
      name: t('simulation.contacts', { action: t(`action.${action}`) }),
      of: ({ contacts }: Simulation) => <Weeks weeks={contacts[action] ?? []} />,
    })),
    ...used('proposals').map((action) => ({
      name: t('simulation.proposals', { action: t(`action.${action}`) }),
      of: ({ proposals }: Simulation) => format.count(proposals[action] ?? 0),
    })),
    { name: t('simulation.refused'), of: ({ refused }) => format.count(refused) },
    { name: t('simulation.cost'), of: ({ costKopecks }) => format.money(costKopecks) },
  ];
}

/** All of them, and how many each week. */
function Weeks({ weeks }: { weeks: readonly number[] }) {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  const list = weeks.map((count) => format.count(count)).join(' · ');
  return (
    <>
      {format.count(weeks.reduce((sum, count) => sum + count, 0))}
      {weeks.length > 0 ? (
        <Text size="xs" c="dimmed">
          {t('simulation.weeks', { list })}
        </Text>
      ) : null}
    </>
  );
}
