import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import styles from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';

/** What can be done with the selected requests at once. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation('desk');
  const { home, may } = useDesk();
  const fetcher = useFetcher<{ done: number; refused: number } | Refused>();
  const { data, submit } = fetcher;
  const notify = useNotice();
  useRefusalNotice(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (!data || !('done' in data)) return;
    notify(t('list.cancelled', data));
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
