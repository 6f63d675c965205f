import { Button, NativeSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { leavingReasons } from '#app/features/churn/churn.ts';
import type { ListedTalk } from './read-desk.ts';

const outcomes = ['stay', 'leave', 'dismiss'] as const;

/** How the talk ended. Nothing is chosen beforehand: both the outcome and the reason are said. */
export function ClosingForm({ talk }: { talk: ListedTalk }) {
  const { t } = useTranslation('save');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [outcome, setOutcome] = useState('');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const isMistake = outcome === 'dismiss';
  const submit = () => {
    const action = `${home}/saves/${talk.id}/closing`;
    const body = { version: talk.version, outcome, reason: isMistake ? 'unknown' : reason, note };
    void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormAlert text={fault('form') ?? fault('version')} />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t('close.outcome')}
          value={outcome}
          onChange={setOutcome}
          data={outcomes.map((value) => ({ value, label: t(`close.${value}`) }))}
        />
        {fault('outcome') ? (
          <Text c="red" size="xs" role="alert">
            {fault('outcome')}
          </Text>
        ) : null}
      </div>
      {isMistake ? null : (
        <NativeSelect
          label={t('close.reason')}
          value={reason}
          error={fault('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={[
            { value: '', label: '—' },
            ...leavingReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
        />
      )}
      <Textarea
        label={t('close.note')}
        description={t('close.noteHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        error={fault('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={fetcher.state !== 'idle'}>
        {t(outcome === 'leave' ? 'close.letGo' : 'close.submit')}
      </Button>
      {outcome === 'leave' ? (
        <Text size="xs" c="dimmed">
          {t('close.letGoHint')}
        </Text>
      ) : null}
    </Stack>
  );
}
