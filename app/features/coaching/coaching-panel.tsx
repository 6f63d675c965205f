import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useActionData } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { CoachingView } from './read-coaching.ts';

/** Sets an agent something to practise. */
export function CoachingPanel({ view: { colleagues, items, today } }: { view: CoachingView }) {
  const { t } = useTranslation('coaching');
  const fault = useFaults(useActionData());
  return (
    <FormPanel title={t('add')} submit={t('set')} fault={fault('form')}>
      <NativeSelect
        name="agentId"
        label={t('agent')}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        error={fault('agentId')}
      />
      <NativeSelect
        name="itemId"
        label={t('item')}
        data={[
          { value: '', label: t('anyItem') },
          ...items.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Textarea name="goal" label={t('goal')} rows={2} maxLength={500} error={fault('goal')} />
      <TextInput type="date" name="dueOn" label={t('dueOn')} defaultValue={today} error={fault('dueOn')} />
      <TextInput
        type="date"
        name="recheckOn"
        label={t('recheckOn')}
        defaultValue={today}
        error={fault('recheckOn')}
      />
    </FormPanel>
  );
}
