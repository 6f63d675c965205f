import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import type { OpenAttempt } from './read-attempt.ts';

type Given = readonly number[];
const againAfterMs = 1500;

/**
 * The answers of an attempt as they stand on the page. Each is sent at once and sent again until the server has it;
 * when it says that the time is over, the page is read again and shows what counts.
 */
export function useAnswers({ id, items }: Pick<OpenAttempt, 'id' | 'items'>) {
  const { home } = useDesk();
  const { revalidate } = useRevalidator();
  const [given, setGiven] = useState(
    () => new Map<number, Given>(items.map(({ position, given: saved }) => [position, saved ?? []])),
  );
  const waiting = useRef(new Map<number, Given>());
  const [unsaved, setUnsaved] = useState({ count: 0, hasFailed: false });
  const isSending = useRef(false);

  async function sendOne(position: number, value: Given): Promise<void> {
    const address = `${home}/admission/attempts/${id}/answers`;
    const answer = await sendQuietly<{ error?: unknown }>(address, { position, given: value });
    if (waiting.current.get(position) === value) waiting.current.delete(position);
    if (answer.error === undefined) return;
    waiting.current.clear();
    void revalidate();
  }

  async function sendAll(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    for (let next = first(waiting.current); next; next = first(waiting.current)) {
      const hasFailed = await sendOne(...next).then(
        () => false,
        () => true,
      );
      setUnsaved({ count: waiting.current.size, hasFailed });
      if (hasFailed) await new Promise((resolve) => setTimeout(resolve, againAfterMs));
    }
    isSending.current = false;
  }

  useAskBeforeLeaving(unsaved.count > 0);
  return {
    given,
    unsaved,
    answer(position: number, value: Given) {
      setGiven((known) => new Map(known).set(position, value));
      waiting.current.set(position, value);
      setUnsaved(({ hasFailed }) => ({ count: waiting.current.size, hasFailed }));
      void sendAll();
    },
  };
}

function first(map: ReadonlyMap<number, Given>): [number, Given] | undefined {
  return map.entries().next().value;
}

/** The browser asks before a page is closed whose last answer is still on its way. */
function useAskBeforeLeaving(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
