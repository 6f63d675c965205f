import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Wide } from '#app/components/page.tsx';
import { useSpan } from '#app/components/use-span.ts';
import type { Today } from './read-today.ts';

/** Who should be here, who is, and how each has kept the plan so far. */
export function PeopleTable({ people }: Pick<Today, 'people'>) {
  const { t } = useTranslation('life');
  const span = useSpan();
  if (people.length === 0) return <NothingHere text={t('today.nobody')} hint={t('today.nobodyHint')} />;
  const percent = (share: number | null) =>
    share === null ? '—' : t('today.percent', { share: share / 1000 });
  return (
    <Wide label={t('today.people')}>
      <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            {(['person', 'shift', 'now'] as const).map((column) => (
              <Table.Th key={column}>{t(`today.${column}`)}</Table.Th>
            ))}
            <Table.Th ta="right">{t('today.adherence')}</Table.Th>
            <Table.Th ta="right">{t('today.conformance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((one) => (
            <Table.Tr key={one.userId}>
              <Table.Td>{one.name}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {one.shifts.map(({ from, to }) => span(from, to)).join(', ')}
              </Table.Td>
              <Table.Td>
                <Text size="sm" {...(one.isMissing ? { c: 'red', fw: 600 } : {})}>
                  {one.isAway
                    ? t('today.away')
                    : one.isMissing
                      ? t('today.missing')
                      : t(`today.state.${one.state}`)}
                </Text>
              </Table.Td>
              <Table.Td
                ta="right"
                title={t('today.minutes', { kept: one.keptMinutes, planned: one.plannedMinutes })}
              >
                {percent(one.adherence)}
              </Table.Td>
              <Table.Td ta="right">{percent(one.conformance)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
