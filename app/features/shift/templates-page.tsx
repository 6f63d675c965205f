import { Group, NumberInput, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { TemplatesView } from './read-plan-settings.ts';
import { timeText } from './shift-steps.ts';

/** The shapes of shifts that plans are made of. */
export function TemplatesPage({ templates, mayWrite, answer }: TemplatesView & { answer: unknown }) {
  const { t } = useTranslation('shift');
  const shown =
    templates.length === 0 ? (
      <NothingHere text={t('templates.none')} hint={t('templates.noneHint')} />
    ) : (
      <Templates templates={templates} mayWrite={mayWrite} />
    );
  return (
    <Page title={t('templates.title')} note={t('templates.note')}>
      {mayWrite ? (
        <Split panel={<NewTemplate key={templates.length} answer={answer} />}>{shown}</Split>
      ) : (
        shown
      )}
    </Page>
  );
}

function Templates({ templates, mayWrite }: TemplatesView) {
  const { t } = useTranslation('shift');
  const place = `/t/${useDesk().workplace.slug}/plan/shifts/templates`;
  return (
    <Wide label={t('templates.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('templates.name')}</Table.Th>
            <Table.Th>{t('templates.starts')}</Table.Th>
            <Table.Th>{t('templates.length')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {templates.map(({ id, name, starts, presences }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{starts.map(timeText).join(', ')}</Table.Td>
              <Table.Td>
                {presences
                  .map(({ minutes, breaks }) =>
                    t('templates.presence', { hours: minutes / 60, count: breaks.length }),
                  )
                  .join('; ')}
              </Table.Td>
              <Table.Td ta="right">
                {mayWrite ? (
                  <ActionButton
                    action={`${place}/${id}/retirement`}
                    label={t('templates.retire')}
                    about={name}
                    confirm={t('templates.sure')}
                  />
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function NewTemplate({ answer }: { answer: unknown }) {
  const { t } = useTranslation('shift');
  const fault = useFaults(answer);
  const time = (name: 'first' | 'last', value: string) => (
    <TextInput
      type="time"
      step={1800}
      name={name}
      label={t(`templates.${name}`)}
      defaultValue={value}
      error={fault(name)}
    />
  );
  return (
    <FormPanel title={t('templates.add')} submit={t('templates.create')} fault={fault('form')}>
      <TextInput name="name" label={t('templates.name')} maxLength={60} error={fault('name')} />
      <Group grow align="start">
        {time('first', '08:00')}
        {time('last', '10:00')}
      </Group>
      <NumberInput
        name="hours"
        label={t('templates.hours')}
        defaultValue={9}
        step={0.5}
        min={1}
        max={24}
        error={fault('hours')}
      />
      <NumberInput
        name="breaks"
        label={t('templates.breaks')}
        defaultValue={1}
        min={0}
        max={3}
        error={fault('breaks')}
      />
    </FormPanel>
  );
}
