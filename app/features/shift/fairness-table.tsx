import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import type { RosterView } from './read-roster.ts';

/** What the whole plan asks of each: hours against those agreed, nights, weekends, wishes granted. */
export function FairnessTable({ view: { people, shares } }: { view: RosterView }) {
  const { t } = useTranslation('shift');
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  return (
    <Wide label={t('fairness')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('person')}</Table.Th>
            <Table.Th ta="right">{t('share.hours')}</Table.Th>
            <Table.Th ta="right">{t('share.agreed')}</Table.Th>
            <Table.Th ta="right">{t('share.nights')}</Table.Th>
            <Table.Th ta="right">{t('share.weekends')}</Table.Th>
            <Table.Th ta="right">{t('share.holidays')}</Table.Th>
            <Table.Th ta="right">{t('share.wishes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map(({ userId, minutes, agreed, nights, weekends, holidays, wishes, granted }) => (
            <Table.Tr key={userId}>
              <Table.Td>{names.get(userId)}</Table.Td>
              <Table.Td ta="right">{t('hours', { hours: minutes / 60 })}</Table.Td>
              <Table.Td ta="right">{t('agreed', { min: agreed.min / 60, max: agreed.max / 60 })}</Table.Td>
              <Table.Td ta="right">{nights}</Table.Td>
              <Table.Td ta="right">{weekends}</Table.Td>
              <Table.Td ta="right">{holidays}</Table.Td>
              <Table.Td ta="right">{wishes === 0 ? '—' : t('grantedOf', { granted, wishes })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
