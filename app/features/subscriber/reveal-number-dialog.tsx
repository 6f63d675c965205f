import { Anchor, Button, Chip, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
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
        <ReasonForm
          onReveal={reveal}
          isSending={fetcher.state !== 'idle'}
          isFaulty={fetcher.data !== undefined && 'faults' in fetcher.data}
        />
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

type ReasonFormProps = { onReveal(reason: string): void; isSending: boolean; isFaulty: boolean };

function ReasonForm({ onReveal, isSending, isFaulty }: ReasonFormProps) {
  const { t } = useTranslation(['desk', 'errors']);
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
          error={isFaulty ? t('errors:field.short') : null}
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
