import { ActionIcon, Button, Checkbox, Group, Select, Table, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { roles } from '#app/features/access/role.ts';
import type { useContractForm } from './use-contract-form.ts';

const told = roles.filter((role) => role !== 'client');

/** Who else is told, and at which share of a target. */
export function EscalationTable({ form }: { form: ReturnType<typeof useContractForm> }) {
  const { t } = useTranslation(['sla', 'role']);
  const { draft, editRow, removeRow } = form;
  return (
    <>
      {draft.escalations.length > 0 ? (
        <Table maw={640} verticalSpacing={3} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              {(['level', 'share', 'to', 'onShift'] as const).map((column) => (
                <Table.Th key={column}>{t(`contract.${column}`)}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.escalations.map(({ id, level, atShare, to, onShift }) => (
              <Table.Tr key={id}>
                <Table.Td w={80}>
                  <TextInput
                    size="xs"
                    aria-label={t('contract.level')}
                    value={level}
                    onChange={(event) => editRow('escalations', id, { level: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td w={100}>
                  <TextInput
                    size="xs"
                    aria-label={t('contract.share')}
                    value={atShare}
                    onChange={(event) => editRow('escalations', id, { atShare: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={t('contract.to')}
                    data={told.map((value) => ({ value, label: t(`role:${value}`) }))}
                    value={to}
                    allowDeselect={false}
                    onChange={(value) =>
                      editRow('escalations', id, { to: told.find((role) => role === value) ?? to })
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={t('contract.onShift')}
                    checked={onShift}
                    onChange={(event) => editRow('escalations', id, { onShift: event.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td w={40}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('contract.removeStep', { level })}
                    onClick={() => removeRow('escalations', id)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <Group>
        <Button variant="default" onClick={form.addEscalation}>
          {t('contract.addStep')}
        </Button>
      </Group>
    </>
  );
}
