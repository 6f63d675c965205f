import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BatchReject } from './batch.ts';

/** Rows of a list that did not or will not become requests, each with its reason. */
export function RejectTable({ rejects }: { rejects: BatchReject[] }) {
  const { t } = useTranslation('desk');
  return (
    <Table.ScrollContainer minWidth={0} maxHeight={320}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>{t('batch.row')}</Table.Th>
            <Table.Th>{t('batch.text')}</Table.Th>
            <Table.Th>{t('batch.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rejects.map(({ row, text, reason }) => (
            <Table.Tr key={row}>
              <Table.Td c="dimmed">{row}</Table.Td>
              <Table.Td>{text}</Table.Td>
              <Table.Td>{t(`batch.reject.${reason}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
