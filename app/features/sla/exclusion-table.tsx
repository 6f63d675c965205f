import { ActionIcon, Button, Group, Table, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import styles from './contract-editor.module.css';
import { MatchCells, matchColumns } from './match-cells.tsx';
import type { useContractForm } from './use-contract-form.ts';

/** Cases that the contract promises nothing for, and why. */
export function ExclusionTable({ form }: { form: ReturnType<typeof useContractForm> }) {
  const { t } = useTranslation('sla');
  const { draft, editRow, removeRow } = form;
  return (
    <>
      {draft.exclusions.length > 0 ? (
        <Wide label={t('contract.exclusions')}>
          <Table className={styles.table} verticalSpacing={3} horizontalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {matchColumns.map((column) => (
                  <Table.Th key={column} data-column={column}>
                    {t(`contract.${column}`)}
                  </Table.Th>
                ))}
                <Table.Th>{t('contract.why')}</Table.Th>
                <Table.Th className={styles.tools} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {draft.exclusions.map(({ id, match, reason }) => (
                <Table.Tr key={id}>
                  <MatchCells
                    match={match}
                    onChange={(changed) => editRow('exclusions', id, { match: changed })}
                  />
                  <Table.Td>
                    <TextInput
                      size="xs"
                      aria-label={t('contract.why')}
                      value={reason}
                      error={reason.trim() === ''}
                      maxLength={200}
                      onChange={(event) => editRow('exclusions', id, { reason: event.currentTarget.value })}
                    />
                  </Table.Td>
                  <Table.Td w={40}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('contract.removeExclusion')}
                      onClick={() => removeRow('exclusions', id)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      ) : null}
      <Group>
        <Button variant="default" onClick={form.addExclusion}>
          {t('contract.addExclusion')}
        </Button>
      </Group>
    </>
  );
}
