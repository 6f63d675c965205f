import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';

/** What can be done with the selected requests at once. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation('desk');
  const { home, may } = useDesk();
  const fetcher = useFetcher<{ done: number; refused: number }>();
  const { data, submit } = fetcher;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (!data) return;
    notifications.show({ message: t('list.cancelled', data), withBorder: true });
    selection.clear();
  }, [data]);
  if (selection.ids.size === 0) return null;
  return (
    <Group
      className={styles.bar}
      role="region"
      aria-label={t('list.selected', { count: selection.ids.size })}
    >
      <Text fw={600}>{t('list.selected', { count: selection.ids.size })}</Text>
      <Button
        disabled={!may.create}
        variant="default"
        loading={fetcher.state !== 'idle'}
        onClick={() =>
          submit(
            { requestIds: [...selection.ids] },
            { method: 'post', action: `${home}/cancellations`, encType: 'application/json' },
          )
        }
      >
        {t('list.cancelSelected')}
      </Button>
      <Button variant="subtle" onClick={selection.clear}>
        {t('list.clearSelection')}
      </Button>
    </Group>
  );
}
