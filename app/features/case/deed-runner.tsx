import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { Deed } from './case-deeds.ts';

type Answer = Partial<Refused>;

/** Sends one deed and says how it ended. Shows nothing. */
export function DeedRunner({ deed, onEnd }: { deed: Deed; onEnd(error: Refused['error'] | null): void }) {
  const { home } = useDesk();
  const fetcher = useFetcher<Answer>();
  const { state, data, submit } = fetcher;
  const isSent = useRef(false);
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    const action = `${home}/cases/${deed.caseId}/${deed.path}`;
    void submit(deed.body, { method: 'post', action, encType: 'application/json' });
  }, [deed, home, submit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (isSent.current && state === 'idle' && data) onEnd(data.error ?? null);
  }, [state, data]);
  return null;
}
