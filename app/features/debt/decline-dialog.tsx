import { Button, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';

type Props = { action: string; version: number; onClose(): void };

/** A lead's no to a suspension; the reason stays with it. */
export function DeclineDialog({ action, version, onClose }: Props) {
  const { t } = useTranslation('debt');
  const fetcher = useFetcher<{ done?: true }>();
  const fault = useFaults(fetcher.data);
  const isDone = fetcher.state === 'idle' && fetcher.data?.done === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  return (
    <Dialog title={t('suspension.declineTitle')} onClose={onClose} holdsWork>
      <fetcher.Form method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <FormAlert text={fault('form')} />
        <Textarea
          data-autofocus
          name="why"
          label={t('suspension.declineWhy')}
          rows={3}
          maxLength={500}
          error={fault('why')}
        />
        <Button type="submit" mt="sm" loading={fetcher.state !== 'idle'}>
          {t('suspension.decline')}
        </Button>
      </fetcher.Form>
    </Dialog>
  );
}
