import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RulesPreview as Preview } from './compare-rules.ts';

/** How many open cases would be in another state, before anything is written. */
export function RulesPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation('sla');
  const { open, changed, moved, shifts } = preview;
  return (
    <Alert variant="light" color={changed || moved ? 'yellow' : 'green'} p="sm" role="status" maw={640}>
      <Text size="sm">{t('contract.previewSum', { changed, open })}</Text>
      <Text size="sm">{t('contract.previewMoved', { moved })}</Text>
      {shifts.length > 0 ? (
        <Table mt="xs" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              {(['target', 'before', 'after', 'cases'] as const).map((column) => (
                <Table.Th key={column}>{t(`contract.shift.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shifts.map(({ target, from, to, count }) => (
              <Table.Tr key={`${target} ${from} ${to}`}>
                <Table.Td>{t(`target.${target}`)}</Table.Td>
                <Table.Td>{t(`state.${from}`)}</Table.Td>
                <Table.Td>{t(`state.${to}`)}</Table.Td>
                <Table.Td>{count}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
    </Alert>
  );
}
