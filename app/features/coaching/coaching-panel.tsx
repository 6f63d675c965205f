import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useActionData, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { CoachingView } from './read-coaching.ts';

/** Sets an agent something to practise. */
export function CoachingPanel({ view: { colleagues, items, today } }: { view: CoachingView }) {
  const { t } = useTranslation('coaching');
  const fault = useFaults(useActionData());
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Panel title={t('add')}>
      <Form method="post" noValidate style={{ display: 'contents' }}>
        <FormAlert text={fault('form')} />
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
        <Button type="submit" loading={isBusy}>
          {t('set')}
        </Button>
      </Form>
    </Panel>
  );
}
