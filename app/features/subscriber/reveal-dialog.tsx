import { Anchor, Button, Chip, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { DialButton } from '#app/features/outreach/dial-button.tsx';
import type { Refused } from '#app/platform/http-errors.ts';

type What = 'number' | 'address';
type Answer = { number: string } | { address: string } | Refused;
const reasons = {
  number: ['callback', 'identity', 'carrier'],
  address: ['write', 'identity'],
} as const;

/** Beside a masked number: the way to the full one, and to a call that the gate of contacts is asked for. */
export function RevealNumber({ lineId }: { lineId: string }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Reveal what="number" path={`lines/${lineId}/number`} label={t('reveal.number.button')} />
      <DialButton lineId={lineId} />
    </>
  );
}

/** A masked address; pressed, it asks why and shows itself whole. `path`: where it is asked for, under the desk. */
export function RevealAddress({ masked, path }: { masked: string; path: string }) {
  return <Reveal what="address" path={path} label={masked} />;
}

/** Asks why, then shows what was masked on this page only. The next visit asks again. */
function Reveal({ what, path, label }: { what: What; path: string; label: string }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const fetcher = useFetcher<Answer>();
  const [isAsking, setAsking] = useState(false);
  const full = fullOf(fetcher.data);
  useEffect(() => {
    if (full) setAsking(false);
  }, [full]);
  if (full) return <Full text={full} />;
  const reveal = (reason: string) =>
    fetcher.submit({ reason }, { method: 'post', action: `${home}/${path}`, encType: 'application/json' });
  return (
    <>
      <Anchor
        component="button"
        type="button"
        inherit={what === 'address'}
        size="sm"
        title={t(`reveal.${what}.button`)}
        onClick={() => setAsking(true)}
      >
        {label}
      </Anchor>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t(`reveal.${what}.button`)}>
        <ReasonForm
          what={what}
          onReveal={reveal}
          isSending={fetcher.state !== 'idle'}
          answer={fetcher.data}
        />
      </Dialog>
    </>
  );
}

function fullOf(answer: Answer | undefined): string | null {
  if (!answer) return null;
  if ('number' in answer) return answer.number;
  return 'address' in answer ? answer.address : null;
}

function Full({ text }: { text: string }) {
  return (
    <CopyButton value={text}>
      {({ copy }) => (
        <Text span inherit fw={600} c="bright" onClick={copy} style={{ cursor: 'copy' }} role="status">
          {text}
        </Text>
      )}
    </CopyButton>
  );
}

type ReasonFormProps = { what: What; onReveal(reason: string): void; isSending: boolean; answer: unknown };

function ReasonForm({ what, onReveal, isSending, answer }: ReasonFormProps) {
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
          label={t(`reveal.${what}.why`)}
          description={t('reveal.whyHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault('reason') ?? fault('form')}
        />
        <Group gap={6}>
          {reasons[what].map((known) => {
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
