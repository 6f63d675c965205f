import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useNotice } from '#app/components/use-notice.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { Preview } from '#carriers/port.ts';
import type { Confirmed } from './confirm-request.ts';
import type { ChosenLine } from './desk-tools.ts';
import { RefusalNote } from './refusal-note.tsx';
import type { AskedFor } from './request-fields.tsx';
import { TermsTable } from './terms-table.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { useSendLabel } from './use-send-label.ts';

type Answer = ({ confirmed: Confirmed } & { error?: undefined; faults?: undefined }) | Refused;
/** What is on the screen and would be sent: its version, its terms, and the terms before if they changed. */
type Shown = { version: number; preview: Preview | null; before: Preview | null };

type ConfirmStepProps = { line: ChosenLine; asked: AskedFor; onEdit(): void; onSent(): void };

/** The terms, and the one button that sends. When they changed in between, it shows the new ones and asks again. */
export function ConfirmStep({ line, asked, onEdit, onSent }: ConfirmStepProps) {
  const { t } = useTranslation(['desk', 'request']);
  const { carrierTitle, home } = useDesk();
  const { draft, kind, item, scheduledFor } = asked;
  const fetcher = useFetcher<Answer>();
  const [shown, setShown] = useState<Shown>({ version: draft.version, preview: draft.preview, before: null });
  const { forget } = useKeptForm(line.lineId);
  useAnswer(fetcher.state === 'idle' ? fetcher.data : undefined, setShown, () => {
    forget();
    onSent();
  });
  const label = useSendLabel({ carrier: carrierTitle(line.carrier), preview: shown.preview, scheduledFor });
  const error = fetcher.state === 'idle' ? fetcher.data?.error : undefined;
  const send = () =>
    fetcher.submit(
      { version: shown.version },
      { method: 'post', action: `${home}/requests/${draft.id}/confirmation`, encType: 'application/json' },
    );
  return (
    <Stack gap="sm">
      <Text>
        <b>{line.name}</b> · {line.maskedNumber}
        <br />
        {t(`request:kind.${kind}`)}
        {item ? ` «${item}»` : null}
      </Text>
      {shown.before ? (
        <Alert color="yellow" role="alert" icon={<IconRefreshAlert size={18} />} py="xs">
          {t('create.changed')}
        </Alert>
      ) : null}
      {shown.preview ? (
        <TermsTable preview={shown.preview} before={shown.before} />
      ) : (
        <Text>{t('create.byPerson')}</Text>
      )}
      {error && error.code !== 'preview-changed' ? <RefusalNote error={error} /> : null}
      <Button
        // New terms are to be read: a second Enter must not send them.
        key={shown.version}
        autoFocus={shown.before === null}
        size="sm"
        fullWidth
        h="auto"
        mih={36}
        py={6}
        onClick={send}
        loading={fetcher.state !== 'idle'}
        styles={{ label: { whiteSpace: 'normal' } }}
      >
        {label}
      </Button>
      <Group justify="space-between">
        <Button variant="subtle" onClick={onEdit}>
          {t('create.edit')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('create.nothingSentYet')}
        </Text>
      </Group>
    </Stack>
  );
}

function useAnswer(answer: Answer | undefined, show: (shown: Shown) => void, onSent: () => void) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const notify = useNotice();
  const taken = useRef<Answer>(undefined);
  useEffect(() => {
    if (!answer || taken.current === answer) return;
    taken.current = answer;
    if ('confirmed' in answer) {
      const { id, number, state } = answer.confirmed;
      const deed = state === 'manual' ? 'assigned' : state === 'scheduled' ? 'planned' : 'sent';
      notify(<Link to={`${home}/requests/${id}`}>{t(`create.${deed}`, { number })}</Link>);
      onSent();
    }
    if (answer.error?.code === 'preview-changed') {
      const { version, preview, before } = answer.error;
      show({ version, preview, before });
    }
  }, [answer, show, onSent, notify, t, home]);
}
