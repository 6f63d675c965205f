import { ActionIcon, Button, Group, Select, Table, TextInput } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { targets } from './contract.ts';
import styles from './contract-editor.module.css';
import { readLength } from './length-text.ts';
import { MatchCells, matchColumns } from './match-cells.tsx';
import type { RuleDraft, useContractForm } from './use-contract-form.ts';

type Form = ReturnType<typeof useContractForm>;
type TableProps = { form: Form; calendars: readonly { id: string; name: string }[] };

/** The contract as a table: a row a rule, read from the top. */
export function RuleTable({ form, calendars }: TableProps) {
  const { t } = useTranslation('sla');
  return (
    <>
      <Wide label={t('contract.rules')}>
        <Table className={styles.table} verticalSpacing={3} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th data-column="number">{t('contract.number')}</Table.Th>
              {matchColumns.map((column) => (
                <Table.Th key={column} data-column={column}>
                  {t(`contract.${column}`)}
                </Table.Th>
              ))}
              {targets.map((target) => (
                <Table.Th key={target} className={styles.target}>
                  {t(`target.${target}`)}
                </Table.Th>
              ))}
              <Table.Th className={styles.calendar}>{t('contract.calendar')}</Table.Th>
              <Table.Th className={styles.tools} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {form.draft.rules.map((rule, index) => (
              <RuleRow key={rule.id} rule={rule} number={index + 1} form={form} calendars={calendars} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <Group>
        <Button variant="default" onClick={form.addRule}>
          {t('contract.addRule')}
        </Button>
      </Group>
    </>
  );
}

function RuleRow({ rule, number, form, calendars }: TableProps & { rule: RuleDraft; number: number }) {
  const { t } = useTranslation(['sla', 'errors']);
  const { id, match, minutes, calendarId } = rule;
  return (
    <Table.Tr>
      <Table.Td>{number}</Table.Td>
      <MatchCells match={match} onChange={(changed) => form.editRow('rules', id, { match: changed })} />
      {targets.map((target) => (
        <Table.Td key={target}>
          <TextInput
            size="xs"
            aria-label={t(`target.${target}`)}
            placeholder="—"
            value={minutes[target]}
            error={isWrong(minutes[target])}
            title={isWrong(minutes[target]) ? t('contract.lengthHint') : undefined}
            onChange={(event) =>
              form.editRow('rules', id, { minutes: { ...minutes, [target]: event.currentTarget.value } })
            }
          />
        </Table.Td>
      ))}
      <Table.Td>
        <Select
          size="xs"
          aria-label={t('contract.calendar')}
          data={calendars.map((calendar) => ({ value: calendar.id, label: calendar.name }))}
          value={calendarId}
          allowDeselect={false}
          onChange={(value) => form.editRow('rules', id, { calendarId: value ?? calendarId })}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={number === 1}
            aria-label={t('contract.raise', { number })}
            onClick={() => form.raiseRule(id)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('contract.removeRule', { number })}
            onClick={() => form.removeRow('rules', id)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Zero is no target either. */
function isWrong(text: string): boolean {
  const minutes = readLength(text);
  return minutes === undefined || minutes === 0;
}
