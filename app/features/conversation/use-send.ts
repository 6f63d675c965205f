import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import { mentionsIn } from './insertion.ts';
import type { NewerMessage } from './stale-dialog.tsx';

const unsent = { body: '', formToken: '' };

type Answer = Partial<Refused> & { done?: unknown };
export type NextState = 'open' | 'waiting' | 'solved';

/**
 * Sends a reply or a note once, however often it is pressed. `newer`: what must be looked at first. `onSent` is not
 * called for what was taken back before its own answer came: the live page may well show it earlier.
 */
export function useSend(detail: CaseDetail, onSent: (body: string) => void) {
  const { home } = useDesk();
  const { colleagues } = useCaseChoices();
  const fetcher = useFetcher<Answer>();
  const token = useRef(unsent);
  const isAwaited = useRef(false);
  const [isOffline, setOffline] = useState(false);
  const [newer, setNewer] = useState<NewerMessage[]>([]);
  const { data, state } = fetcher;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (state !== 'idle' || !data) return;
    if (data.done !== undefined) {
      if (isAwaited.current) onSent(token.current.body);
      token.current = unsent;
    }
    if (data.error?.code === 'newer-messages') setNewer(toNewer(data.error.messages, colleagues));
  }, [state, data]);
  const tokenFor = (body: string) => {
    if (token.current.body !== body) token.current = { body, formToken: crypto.randomUUID() };
    return token.current.formToken;
  };
  const post = (path: string, body: Parameters<typeof fetcher.submit>[0]) => {
    const hasConnection = navigator.onLine;
    setOffline(!hasConnection);
    // Without one the router cannot fetch what it sends with, and would load the whole page anew.
    if (!hasConnection) return;
    isAwaited.current = true;
    const action = `${home}/cases/${detail.id}/${path}`;
    void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  return {
    newer,
    forgetNewer: () => setNewer([]),
    /** The text is back in the field: the answer still under way leaves it there, and sent again it is another reply. */
    takeBack: () => {
      token.current = unsent;
      isAwaited.current = false;
    },
    isOffline,
    isSending: state !== 'idle',
    answer: data?.error?.code === 'newer-messages' ? undefined : data,
    reply: (body: string, seenMessageId: string | null, nextState: NextState) =>
      post('replies', { formToken: tokenFor(body), body, seenMessageId, nextState }),
    note: (body: string) =>
      post('notes', { formToken: tokenFor(body), body, mentions: mentionsIn(body, colleagues) }),
  };
}

type Told = { id: string; author: string; kind: string; body: string };

function toNewer(
  messages: readonly Told[],
  colleagues: readonly { id: string; name: string }[],
): NewerMessage[] {
  return messages.map(({ id, author, kind, body }) => {
    const who = colleagues.find((one) => one.id === author)?.name ?? null;
    return { id, kind, body, who };
  });
}
