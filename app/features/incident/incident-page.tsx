import { Alert, Anchor, Button, Checkbox, Group, Stack, Text, Textarea, Timeline } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { IncidentState } from './incident-list-page.tsx';
import type { readIncident } from './read-incidents.ts';

type Props = NonNullable<Awaited<ReturnType<typeof readIncident>>>;

/** One incident: what it is, what was said to all, and the next word. */
export function IncidentPage({ incident, updates, caseCount, mayWrite }: Props) {
  const { t } = useTranslation('incident');
  const { home, format } = useDesk();
  const from = format.moment(incident.startedAt);
  const span = incident.endedAt
    ? t('ended', { from, to: format.moment(incident.endedAt) })
    : t('lasts', { from });
  return (
    <Page
      title={`${incident.number}. ${incident.title}`}
      back={{ to: `${home}/incidents`, label: t('back') }}
      actions={<IncidentState endedAt={incident.endedAt} />}
      note={`${span} · ${incident.author} · ${t('treatment')}: ${t(`treatments.${incident.slaTreatment}`)}`}
    >
      <Alert color={incident.endedAt ? 'gray' : 'red'} maw={720} p="xs">
        {incident.banner}
      </Alert>
      <Section title={t('cases')}>
        <Group gap="md">
          <Text>{t('cases', { count: caseCount })}</Text>
          <Anchor component={Link} to={`${home}/cases?incident=${incident.id}`} size="sm">
            {t('showCases')}
          </Anchor>
        </Group>
      </Section>
      {mayWrite ? <UpdateForm {...incident} caseCount={caseCount} /> : null}
      <Section title={t('updates')}>
        <Updates updates={updates} />
      </Section>
    </Page>
  );
}

function Updates({ updates }: Pick<Props, 'updates'>) {
  const { t } = useTranslation('incident');
  const { format, now } = useDesk();
  if (updates.length === 0) return <Text c="dimmed">{t('noUpdates')}</Text>;
  return (
    <Timeline bulletSize={12} lineWidth={2} maw={720}>
      {updates.map((update) => (
        <Timeline.Item key={update.id}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{update.body}</Text>
          <Text size="xs" c="dimmed">
            {update.author}, {format.stamp(update.at, now)},{' '}
            {update.spreadAt ? t('spread', { at: format.stamp(update.spreadAt, now) }) : t('spreading')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function UpdateForm({ id, version, caseCount }: { id: string; version: number; caseCount: number }) {
  const { t } = useTranslation('incident');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [body, setBody] = useState('');
  const [isLast, setLast] = useState(false);
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  useEffect(() => {
    if (isDone) setBody('');
  }, [isDone]);
  return (
    <Stack
      component="form"
      gap="xs"
      maw={720}
      onSubmit={(event) => {
        event.preventDefault();
        const action = `${home}/incidents/${id}/updates`;
        void fetcher.submit(
          { body, isLast, version },
          { method: 'post', action, encType: 'application/json' },
        );
      }}
    >
      <FormAlert text={fault('form')} />
      <Textarea
        label={t('body')}
        description={t('bodyHint')}
        rows={4}
        value={body}
        error={fault('body')}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Checkbox
        label={t('isLast')}
        checked={isLast}
        onChange={(event) => setLast(event.currentTarget.checked)}
      />
      <Button type="submit" loading={fetcher.state !== 'idle'} style={{ alignSelf: 'flex-start' }}>
        {t(isLast ? 'last' : 'update')} ({t('cases', { count: caseCount })})
      </Button>
    </Stack>
  );
}
