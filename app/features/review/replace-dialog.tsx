import { Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

/** Why this work cannot be reviewed; the next of the reserve stands in for it. */
export function ReplaceDialog({ taskId, onClose }: { taskId: string; onClose(): void }) {
  const { t } = useTranslation('review');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <Dialog title={t('page.replace')} onClose={onClose} holdsWork>
      <fetcher.Form method="post" action={`/t/${workplace.slug}/lead/reviews/${taskId}/replacement`}>
        <FormAlert text={fault('form')} />
        <Text size="sm" c="dimmed" mb="xs">
          {t('page.replaceNote')}
        </Text>
        <TextInput
          data-autofocus
          name="reason"
          label={t('page.replaceReason')}
          maxLength={300}
          error={fault('reason')}
        />
        <Button type="submit" mt="sm" loading={fetcher.state !== 'idle'}>
          {t('page.replaceButton')}
        </Button>
      </fetcher.Form>
    </Dialog>
  );
}
