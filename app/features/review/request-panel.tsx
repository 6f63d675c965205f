import { Button, NumberInput, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

/** Asks for the review of one case: an agent of his own, a lead of anybody's. */
export function RequestPanel() {
  const { t } = useTranslation('review');
  const { home } = useDesk();
  const fetcher = useFetcher<{ asked?: boolean }>();
  const fault = useFaults(fetcher.data);
  return (
    <Panel title={t('ask')}>
      <fetcher.Form
        method="post"
        action={`${home}/review-requests`}
        noValidate
        style={{ display: 'contents' }}
      >
        <FormAlert text={fault('form')} />
        <Text size="xs" c="dimmed">
          {t('askNote')}
        </Text>
        <NumberInput name="number" label={t('caseNumber')} hideControls min={1} error={fault('number')} />
        <Textarea name="reason" label={t('reason')} rows={2} maxLength={500} error={fault('reason')} />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('askButton')}
        </Button>
        {fetcher.data?.asked ? <Text role="status">{t('asked')}</Text> : null}
      </fetcher.Form>
    </Panel>
  );
}
