import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { RequestDetail } from './read-request-detail.ts';
import { RefusalNote } from './refusal-note.tsx';
import { TextField } from './text-field.tsx';
import { useSendLabel } from './use-send-label.ts';

type Move = RequestDetail['moves'][number];
/** Moves that a person explains, and what they are sent to. */
const explained = {
  fulfil: { path: 'settlement', body: { result: 'done' } },
  decline: { path: 'settlement', body: { result: 'refused' } },
  cancel: { path: 'cancellation', body: {} },
} as const;
type Explained = keyof typeof explained;

/** What this person may do with the request now. */
export function RequestMoves({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation('request');
  const [explaining, setExplaining] = useState<Explained | null>(null);
  const { send, error, isSending } = useMove(detail, () => setExplaining(null));
  const sendLabel = useSubmitLabel(detail);
  if (detail.moves.length === 0) return error ? <RefusalNote error={error} /> : null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {detail.moves.map((move, index) => (
          <Button
            key={move}
            variant={index === 0 && move !== 'cancel' ? 'filled' : 'default'}
            loading={isSending}
            onClick={() =>
              isExplained(move) ? setExplaining(move) : send(pathOf(move), bodyOf(move, detail))
            }
          >
            {move === 'submit' ? sendLabel : t(`move.${move}`)}
          </Button>
        ))}
      </Group>
      {error && !explaining ? <RefusalNote error={error} /> : null}
      {explaining ? (
        <Explanation
          move={explaining}
          isSending={isSending}
          onClose={() => setExplaining(null)}
          onSend={send}
          error={error}
        />
      ) : null}
    </Stack>
  );
}

function isExplained(move: Move): move is Explained {
  return move in explained;
}

function pathOf(move: Move): string {
  return move === 'submit' ? 'confirmation' : 'retry';
}

function bodyOf(move: Move, { version }: RequestDetail): Record<string, number> {
  return move === 'submit' ? { version } : {};
}

function useSubmitLabel({ carrier, preview, scheduledFor }: RequestDetail): string {
  const { carrierTitle } = useDesk();
  return useSendLabel({ carrier: carrierTitle(carrier), preview, scheduledFor });
}

type Answer = ({ ok: true } & { error?: undefined; faults?: undefined }) | Refused;

function useMove({ id }: RequestDetail, onDone: () => void) {
  const { home } = useDesk();
  const fetcher = useFetcher<Answer>();
  const isIdle = fetcher.state === 'idle';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (isIdle && fetcher.data && !fetcher.data.error && !fetcher.data.faults) onDone();
  }, [isIdle, fetcher.data]);
  const send = (path: string, body: Record<string, string | number>) =>
    fetcher.submit(body, {
      method: 'post',
      action: `${home}/requests/${id}/${path}`,
      encType: 'application/json',
    });
  return { send, error: isIdle ? fetcher.data?.error : undefined, isSending: !isIdle };
}

type ExplanationProps = {
  move: Explained;
  isSending: boolean;
  error: Refused['error'];
  onClose(): void;
  onSend(path: string, body: Record<string, string>): void;
};

function Explanation({ move, isSending, error, onClose, onSend }: ExplanationProps) {
  const { t } = useTranslation(['request', 'common']);
  const [words, setWords] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const { path, body } = explained[move];
  const isLongEnough = words.trim().length >= 3;
  return (
    <Dialog onClose={onClose} title={t(`move.${move}`)} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          setFaulty(!isLongEnough);
          if (isLongEnough) onSend(path, { ...body, words: words.trim() });
        }}
      >
        <TextField
          name="words"
          rows={3}
          label={t('settle.note')}
          hint={t('settle.noteHint')}
          value={words}
          fault={isFaulty ? 'short' : undefined}
          onChange={setWords}
        />
        {error ? <RefusalNote error={error} /> : null}
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t(`move.${move}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
