import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys, useShownKey } from '#app/components/use-keys.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { useRefusalText } from '#app/components/use-refusal-text.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import styles from './conversation.module.css';
import type { MessageEntry } from './read-conversation.ts';

type Answer = Partial<Refused> & { done?: { body: string } };
type HeldProps = { message: MessageEntry; caseId: string; onTakenBack(body: string): void };

/** A reply that has not left yet: how long it can be taken back, and the way to do it. */
export function HeldReply({ message, caseId, onTakenBack }: HeldProps) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const notify = useNotice();
  const refusalText = useRefusalText();
  const shownKey = useShownKey();
  const { revalidate } = useRevalidator();
  const [isAsked, setAsked] = useState(false);
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 500, { autoInvoke: true });
  const action = `${home}/cases/${caseId}/replies/${message.id}/withdrawal`;
  // The live page may take this reply away before the answer has come: the text is not to go with it.
  const withdraw = async () => {
    if (isAsked) return;
    setAsked(true);
    try {
      const { done, error } = await sendQuietly<Answer>(action, {});
      if (done) onTakenBack(done.body);
      if (error) notify(refusalText(error));
      void revalidate();
    } catch {
      notify(t('write.offline'));
    }
    setAsked(false);
  };
  useKeys({ undo: () => void withdraw() });
  const leftMs = (message.sendAt?.getTime() ?? 0) - now;
  return (
    <div className={styles.state} role="status">
      {leftMs > 0 ? t('talk.held', { count: Math.ceil(leftMs / 1000) }) : t('talk.sending')}
      {leftMs > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void withdraw()} loading={isAsked}>
          {t('talk.unsend')} ({shownKey('undo')})
        </Button>
      ) : null}
    </div>
  );
}
