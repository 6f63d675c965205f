import { Group, List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useSpan } from '#app/components/use-span.ts';
import { ColumnChart } from './column-chart.tsx';
import { Deed } from './deed.tsx';
import type { StaffingView } from './read-staffing.ts';

type Tomorrow = StaffingView['tomorrow'];

/** Where tomorrow's plan falls short of what is foretold, and where it can be mended. */
export function TomorrowSection({ tomorrow }: { tomorrow: Tomorrow }) {
  const { t } = useTranslation('morning');
  const { format } = useDesk();
  const { rosterId, isForetold, on, gaps } = tomorrow;
  return (
    <Section title={t('tomorrow.title', { date: format.date(on) })} id="tomorrow">
      {rosterId === null ? <Text>{t('tomorrow.noPlan')}</Text> : null}
      {isForetold ? <Need tomorrow={tomorrow} /> : <Text>{t('tomorrow.notForetold')}</Text>}
      <Group gap="md">
        {rosterId === null ? (
          <Deed to="plan/shifts">{t('tomorrow.openRosters')}</Deed>
        ) : (
          <Deed to={`plan/shifts/${rosterId}?from=${on}`}>{t('tomorrow.openRoster')}</Deed>
        )}
        {gaps.length > 0 ? <Deed to="desk/shifts/market">{t('tomorrow.openMarket')}</Deed> : null}
      </Group>
    </Section>
  );
}

function Need({ tomorrow: { slots, gaps } }: { tomorrow: Tomorrow }) {
  const { t } = useTranslation('morning');
  const { format, carrierTitle } = useDesk();
  const span = useSpan();
  const timeOf = (from: number) => format.clock(new Date(from)).slice(0, 5);
  return (
    <>
      <ColumnChart
        label={t('tomorrow.title', { date: '' })}
        height={150}
        parts={[t('tomorrow.served'), t('tomorrow.missing')]}
        marks={[t('tomorrow.planned')]}
        columns={slots.map(({ from, needed, served, planned }) => ({
          name: timeOf(from).endsWith(':00') ? timeOf(from).slice(0, 2) : '',
          title: t('tomorrow.column', { time: timeOf(from), needed, served, planned }),
          values: [served, needed - served],
          marks: [planned],
        }))}
      />
      {gaps.length === 0 ? (
        <Text>{t('tomorrow.enough')}</Text>
      ) : (
        <List size="sm">
          {gaps.map(({ from, to, skill, most }) => (
            <List.Item key={`${from} ${skill}`}>
              {t('tomorrow.gap', {
                span: span(from, to),
                skill: skill === '' ? t('tomorrow.anySkill') : carrierTitle(skill),
                most,
              })}
            </List.Item>
          ))}
        </List>
      )}
      <details>
        <summary>{t('table')}</summary>
        <SlotTable slots={slots} timeOf={timeOf} />
      </details>
    </>
  );
}

function SlotTable({ slots, timeOf }: Pick<Tomorrow, 'slots'> & { timeOf(from: number): string }) {
  const { t } = useTranslation('morning');
  return (
    <Wide label={t('table')}>
      <Table maw={480} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('tomorrow.time')}</Table.Th>
            {(['needed', 'served', 'planned'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`tomorrow.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {slots.map(({ from, needed, served, planned }) => (
            <Table.Tr key={from}>
              <Table.Th scope="row">{timeOf(from)}</Table.Th>
              <Table.Td ta="right">{needed}</Table.Td>
              <Table.Td ta="right">{served}</Table.Td>
              <Table.Td ta="right">{planned}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
