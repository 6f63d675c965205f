import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ItemAgreement } from './calibration.ts';

/** Below it agreement is not to be relied upon (Krippendorff). */
const tentative = 0.667;

/** How far reviewers agree on each item of a card. */
export function AgreementTable({ agreement }: { agreement: readonly ItemAgreement[] }) {
  const { t } = useTranslation('calibration');
  const { format } = useDesk();
  return (
    <Wide label={t('agreement')}>
      <Table maw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('item')}</Table.Th>
            <Table.Th ta="right">{t('alpha')}</Table.Th>
            <Table.Th ta="right">{t('percent')}</Table.Th>
            <Table.Th ta="right">{t('works')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agreement.map(({ itemId, title, alpha, percent, n }) => (
            <Table.Tr key={itemId}>
              <Table.Td>{title}</Table.Td>
              <Table.Td ta="right">
                {alpha === undefined ? (
                  '—'
                ) : (
                  <Text fw={alpha < tentative ? 600 : 400}>
                    {format.count(Math.round(alpha * 100) / 100)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{percentOf(percent)}</Table.Td>
              <Table.Td ta="right">{n}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

export function percentOf(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${Math.round(share * 100)} %`;
}
