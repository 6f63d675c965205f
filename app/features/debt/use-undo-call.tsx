import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import type { CallOutcome } from '#app/features/ladder/ladder.ts';
import { callUndoMs } from './call-task.ts';

type Told = { done?: { taskId: string; outcome: CallOutcome } };

/** What tells an outcome: it outlives the call's own panel, which is gone with the answer. */
export function useTelling() {
  return useFetcher<Told>({ key: 'tell-call' });
}

/** Offers for some seconds to take back what was told of a call. */
export function useUndoCall(): void {
  const { t } = useTranslation(['debt', 'common']);
  const { home } = useDesk();
  const told = useTelling().data?.done;
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once an answer
  useEffect(() => {
    if (!told) return;
    const id = `call-${told.taskId}`;
    const undo = () => {
      notifications.hide(id);
      void fetcher.submit({}, { method: 'post', action: `${home}/debt/calls/${told.taskId}/undo` });
    };
    notifications.show({
      id,
      withBorder: true,
      autoClose: callUndoMs,
      closeButtonProps: { 'aria-label': t('common:close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('calls.told', { outcome: t(`outcome.${told.outcome}`) })}
          <Button size="compact-sm" variant="subtle" onClick={undo}>
            {t('calls.undo')}
          </Button>
        </Group>
      ),
    });
  }, [told]);
}
