import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { SaveDeskView } from './read-desk.ts';

/** Which topics of cases lead to the save desk. */
export function LeavingTopics({ topics }: Pick<SaveDeskView, 'topics'>) {
  const { t } = useTranslation('save');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [chosen, setChosen] = useState(topics.filter(({ isLeaving }) => isLeaving).map(({ id }) => id));
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  const save = () =>
    void fetcher.submit({ topicIds: chosen }, { method: 'post', encType: 'application/json' });
  return (
    <details>
      <summary>{t('topics')}</summary>
      <Stack gap="sm" mt="sm">
        <FormAlert text={fault('form')} />
        <Text size="sm" c="dimmed">
          {t('topicsNote')}
        </Text>
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('topics')}>
          <Group gap="md">
            {topics.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </Group>
        </Checkbox.Group>
        <div>
          <Button variant="default" loading={fetcher.state !== 'idle'} onClick={save}>
            {t('topicsSave')}
          </Button>
          <Text span size="sm" ml="sm" role="status">
            {isSaved ? t('topicsSaved') : ''}
          </Text>
        </div>
      </Stack>
    </details>
  );
}
