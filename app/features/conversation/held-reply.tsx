import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys, useShownKey } from '#app/components/use-keys.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { useRefusalText } from '#app/components/use-refusal-text.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import styles from './conversation.module.css';
import type { MessageEntry } from './read-conversation.ts';

type HeldProps = { message: MessageEntry; caseId: string; onTakenBack(body: string): void };

/** A reply that has not left yet: how long it can be taken back, and the way to do it. */
export function HeldReply({ message, caseId, onTakenBack }: HeldProps) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const notify = useNotice();
  const refusalText = useRefusalText();
  const shownKey = useShownKey();
  const fetcher = useFetcher<Partial<Refused> & { done?: { body: string } }>();
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 500, { autoInvoke: true });
  const action = `${home}/cases/${caseId}/replies/${message.id}/withdrawal`;
  const withdraw = () => void fetcher.submit({}, { method: 'post', action, encType: 'application/json' });
  useKeys({ undo: withdraw });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (fetcher.data?.done) onTakenBack(fetcher.data.done.body);
    if (fetcher.data?.error) notify(refusalText(fetcher.data.error));
  }, [fetcher.data]);
  const leftMs = (message.sendAt?.getTime() ?? 0) - now;
  return (
    <div className={styles.state} role="status">
      {leftMs > 0 ? t('talk.held', { count: Math.ceil(leftMs / 1000) }) : t('talk.sending')}
      {leftMs > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={withdraw} loading={fetcher.state !== 'idle'}>
          {t('talk.unsend')} ({shownKey('undo')})
        </Button>
      ) : null}
    </div>
  );
}
