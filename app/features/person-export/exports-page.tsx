import { Button, Group, NativeSelect, Table, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { exportLists, mostExported } from './person-export.ts';
import type { ExportsView } from './read-exports.ts';
import { useExport } from './use-export.ts';

/** Files with persons: one is taken with its reason, and which were taken. */
export function ExportsPage({ view: { exports } }: { view: ExportsView }) {
  const { t } = useTranslation('personExport');
  const { format } = useDesk();
  return (
    <Page title={t('title')} note={t('note', { most: format.count(mostExported) })}>
      <ExportForm />
      <Section title={t('past')}>
        {exports.length === 0 ? (
          <NothingHere text={t('pastNone')} hint={t('pastHint')} />
        ) : (
          <PastExports exports={exports} />
        )}
      </Section>
    </Page>
  );
}

function ExportForm() {
  const { t } = useTranslation('personExport');
  const { carriers, workplace, format } = useDesk();
  const { take, answer, isBusy } = useExport(`/t/${workplace.slug}/plan/exports/taking`);
  const fault = useFaults(answer);
  const isTaken = typeof answer === 'object' && answer !== null && 'taken' in answer;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void take(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" gap="sm">
        <NativeSelect
          size="sm"
          name="list"
          label={t('list')}
          data={exportLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
        />
        <NativeSelect
          size="sm"
          name="carrier"
          label={t('carrier')}
          data={[
            { value: '', label: t('anyCarrier') },
            ...Object.entries(carriers).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextInput type="date" name="from" label={t('from')} error={fault('from')} />
        <TextInput type="date" name="to" label={t('to')} error={fault('to')} />
        <NativeSelect
          size="sm"
          name="format"
          label={t('format')}
          data={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
      </Group>
      <Textarea
        name="reason"
        label={t('reason')}
        description={t('reasonHint')}
        maw={640}
        mt="xs"
        maxLength={300}
        error={fault('reason')}
      />
      <Group mt="xs" gap="sm">
        <Button type="submit" loading={isBusy}>
          {t('take')}
        </Button>
        <Text c="red" size="sm" role="alert">
          {fault('form')}
        </Text>
        <Text size="sm" role="status">
          {isTaken ? t('taken', { most: format.count(mostExported) }) : ''}
        </Text>
      </Group>
    </form>
  );
}

function PastExports({ exports }: ExportsView) {
  const { t } = useTranslation('personExport');
  const { format, carrierTitle } = useDesk();
  const filterOf = ({ carrier, from, to }: ExportsView['exports'][number]['filter']) =>
    [
      ...(carrier ? [carrierTitle(carrier)] : []),
      ...(from ? [t('since', { date: format.period(from, from) })] : []),
      ...(to ? [t('until', { date: format.period(to, to) })] : []),
    ].join(', ') || t('all');
  return (
    <Wide label={t('past')}>
      <Table miw={720} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['at', 'by', 'what', 'rows', 'people', 'reason'] as const).map((column) => (
              <Table.Th key={column} {...(column === 'rows' || column === 'people' ? { ta: 'right' } : {})}>
                {t(`column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exports.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{format.moment(one.at)}</Table.Td>
              <Table.Td>{one.by}</Table.Td>
              <Table.Td>
                {t(`lists.${one.list}`)}, {one.format.toUpperCase()}
                <Text size="xs" c="dimmed">
                  {filterOf(one.filter)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{format.count(one.rows)}</Table.Td>
              <Table.Td ta="right">{format.count(one.people)}</Table.Td>
              <Table.Td>{one.reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
