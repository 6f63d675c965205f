import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';

type Listed = {
  id: string;
  title: string;
  subjects: number;
  /** Not told to the client company. */
  reference?: string;
  createdAt: Date;
  closedAt: Date | null;
};
type Props = { calibrations: readonly Listed[]; area: 'lead' | 'client' };

/** Calibrations there were and are, the newest first. */
export function CalibrationTable({ calibrations, area }: Props) {
  const { t } = useTranslation('calibration');
  const { workplace, format, now } = useDesk();
  const columns = (['title', 'work', 'reference', 'began', 'state'] as const).filter(
    (column) => column !== 'reference' || area === 'lead',
  );
  return (
    <Wide label={t('title')}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calibrations.map(({ id, title, subjects, reference, createdAt, closedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`/t/${workplace.slug}/${area}/calibrations/${id}`}>
                  {title}
                </Anchor>
              </Table.Td>
              <Table.Td>{subjects}</Table.Td>
              {reference === undefined ? null : <Table.Td>{reference}</Table.Td>}
              <Table.Td>{format.stamp(createdAt, now)}</Table.Td>
              <Table.Td>{closedAt ? t('closed', { date: format.day(closedAt) }) : t('open')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
