import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { type ContactValues, contactInputOf } from './contact-values.ts';

type Answer = { done?: { caseId: string; caseNumber: number } };

/** Sends a contact once, however often it is pressed, and opens the case it is in. */
export function useLogContact(onDone: () => void) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const navigate = useNavigate();
  const notify = useNotice();
  const fetcher = useFetcher<Answer>();
  const formToken = useRef('');
  const done = fetcher.state === 'idle' ? fetcher.data?.done : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (!done) return;
    notify(t('contact.done', { number: done.caseNumber }));
    onDone();
    void navigate(`${home}/cases/${done.caseId}`);
  }, [done]);
  const send = (values: ContactValues) => {
    formToken.current ||= crypto.randomUUID();
    const body = JSON.stringify(contactInputOf(values, formToken.current));
    const action = `${home}/contacts`;
    void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  return { send, fault: useFaults(fetcher.data), isSending: fetcher.state !== 'idle' };
}
