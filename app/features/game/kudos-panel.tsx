import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { OwnCompany } from './read-own-company.ts';

/** Thanks that one was given, and those one still has to give. */
export function KudosPanel({ colleagues, kudosLeft, thanks }: OwnCompany) {
  const { t } = useTranslation('game');
  const { format, now } = useDesk();
  return (
    <Panel title={t('kudos.title')}>
      <Text size="xs" c="dimmed">
        {kudosLeft > 0 ? t('kudos.left', { count: kudosLeft }) : t('kudos.spent')}
      </Text>
      {kudosLeft > 0 ? <KudosForm key={kudosLeft} colleagues={colleagues} /> : null}
      {thanks.length > 0 ? (
        <Stack gap={4}>
          <Text fw={600}>{t('kudos.received')}</Text>
          {thanks.map(({ id, from, words, at }) => (
            <Text key={id} size="sm">
              {words}
              <Text span c="dimmed" inherit>{` — ${from}, ${format.stamp(at, now)}`}</Text>
            </Text>
          ))}
        </Stack>
      ) : null}
    </Panel>
  );
}

function KudosForm({ colleagues }: Pick<OwnCompany, 'colleagues'>) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={`${home}/game/kudos`} noValidate>
      <Stack gap="sm">
        <FormAlert text={fault('form')} />
        <Select
          name="toId"
          label={t('kudos.to')}
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          error={fault('toId')}
        />
        <Textarea name="words" label={t('kudos.words')} autosize minRows={2} error={fault('words')} />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('kudos.give')}
        </Button>
      </Stack>
    </fetcher.Form>
  );
}
