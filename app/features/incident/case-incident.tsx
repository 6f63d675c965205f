import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';

/** The trouble of many that a case is part of, with a way out; else a way into one that lasts. */
export function CaseIncident({ caseId, incidentId }: { caseId: string; incidentId: string | null }) {
  const { t } = useTranslation('incident');
  const { home, incidents } = useDesk();
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  const [chosen, setChosen] = useState('');
  const send = (path: string, body: Record<string, string>) =>
    void fetcher.submit(body, {
      method: 'post',
      action: `${home}/cases/${caseId}/${path}`,
      encType: 'application/json',
    });
  const isBusy = fetcher.state !== 'idle';
  if (incidentId) {
    const lasting = incidents.find(({ id }) => id === incidentId);
    return (
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`${home}/incidents/${incidentId}`} size="sm">
          {lasting ? t('declared', { number: lasting.number }) : t('state.over')}
        </Anchor>
        <Button variant="subtle" size="xs" loading={isBusy} onClick={() => send('incident-leaving', {})}>
          {t('detach')}
        </Button>
        {lasting ? <Text size="sm">{lasting.banner}</Text> : null}
      </Group>
    );
  }
  const choices = incidents.map(({ id, number, banner }) => ({ value: id, label: `${number}. ${banner}` }));
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        style={{ flex: 1, minWidth: 0 }}
        aria-label={t('attach')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: '', label: '—' }, ...choices]}
      />
      <Button
        variant="default"
        disabled={chosen === ''}
        loading={isBusy}
        onClick={() => send('incident', { incidentId: chosen })}
      >
        {t('attach')}
      </Button>
    </Group>
  );
}
