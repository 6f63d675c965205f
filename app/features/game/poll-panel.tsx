import { Button, Rating, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

/** Once a month: how content one is. */
export function PollPanel({ hasVoiced }: { hasVoiced: boolean }) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  if (hasVoiced) {
    return (
      <Panel title={t('poll.title')}>
        <Text c="dimmed">{t('poll.done')}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t('poll.title')}>
      <Text size="xs" c="dimmed">
        {t('poll.note')}
      </Text>
      <fetcher.Form method="post" action={`${home}/game/poll`} noValidate>
        <Stack gap="sm">
          <FormAlert text={fault('mark') ?? fault('form')} />
          <Rating name="mark" size="lg" aria-label={t('poll.mark')} getSymbolLabel={String} />
          <Textarea name="words" label={t('poll.words')} autosize minRows={2} error={fault('words')} />
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('poll.send')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Panel>
  );
}
