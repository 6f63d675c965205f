import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useRefusalNotice } from './use-refusal-notice.ts';

/** What was done, and the address that takes it back. */
type Told = { id: string; words: string; label: string; action: string };

/** Offers for `undoMs` to take back what was just told. `key`: what an answer was, so that each is shown once. */
export function useUndoNotice(key: unknown, told: Told | null, undoMs: number): void {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once an answer
  useEffect(() => {
    if (!told) return;
    const { id, words, label, action } = told;
    const undo = () => {
      notifications.hide(id);
      void fetcher.submit({}, { method: 'post', action });
    };
    notifications.show({
      id,
      withBorder: true,
      autoClose: undoMs,
      closeButtonProps: { 'aria-label': t('close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          {words}
          <Button size="compact-sm" variant="subtle" onClick={undo}>
            {label}
          </Button>
        </Group>
      ),
    });
  }, [key]);
}
