import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

/** Sends one deed on a debt from a dialog, and closes it once it is done. */
export function useMoneyDeed(receivableId: string, path: string, onDone: () => void) {
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone]);
  const action = `${home}/debts/${receivableId}/${path}`;
  return {
    fault,
    isBusy: fetcher.state !== 'idle',
    send: (body: Record<string, string | number | null>) =>
      void fetcher.submit(body, { method: 'post', action, encType: 'application/json' }),
  };
}
