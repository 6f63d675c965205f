import { Anchor, Button, Chip, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';

type Answer = { number: string } | Refused;
const reasons = ['callback', 'identity', 'carrier'] as const;

/** Asks why, then shows the full number on this page only. The next visit asks again. */
export function RevealNumber({ lineId }: { lineId: string }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const fetcher = useFetcher<Answer>();
  const [isAsking, setAsking] = useState(false);
  const number = fetcher.data && 'number' in fetcher.data ? fetcher.data.number : null;
  useEffect(() => {
    if (number) setAsking(false);
  }, [number]);
  if (number) return <FullNumber number={number} />;
  const reveal = (reason: string) =>
    fetcher.submit(
      { reason },
      { method: 'post', action: `${home}/lines/${lineId}/number`, encType: 'application/json' },
    );
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => setAsking(true)}>
        {t('reveal.button')}
      </Anchor>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('reveal.title')}>
        <ReasonForm onReveal={reveal} isSending={fetcher.state !== 'idle'} answer={fetcher.data} />
      </Dialog>
    </>
  );
}

function FullNumber({ number }: { number: string }) {
  return (
    <CopyButton value={number}>
      {({ copy }) => (
        <Text span inherit fw={600} c="bright" onClick={copy} style={{ cursor: 'copy' }} role="status">
          {number}
        </Text>
      )}
    </CopyButton>
  );
}

type ReasonFormProps = { onReveal(reason: string): void; isSending: boolean; answer: unknown };

function ReasonForm({ onReveal, isSending, answer }: ReasonFormProps) {
  const { t } = useTranslation('desk');
  const fault = useFaults(answer);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReveal(reason);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('reveal.why')}
          description={t('reveal.whyHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault('reason') ?? fault('form')}
        />
        <Group gap={6}>
          {reasons.map((known) => {
            const text = t(`reveal.reason.${known}`);
            return (
              <Chip key={known} size="xs" checked={reason === text} onChange={() => setReason(text)}>
                {text}
              </Chip>
            );
          })}
        </Group>
        <Button type="submit" loading={isSending}>
          {t('reveal.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
