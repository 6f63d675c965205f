import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { useFaults } from '#app/components/use-faults.ts';

/** Sends a paper to its address and closes the dialog once it is kept. */
export function usePaperForm(action: string, onClose: () => void) {
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const isKept = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  useEffect(() => {
    if (isKept) onClose();
  }, [isKept, onClose]);
  const send = (paper: Record<string, string | null>) =>
    void fetcher.submit(paper, { method: 'post', action, encType: 'application/json' });
  return { fault, send, isBusy: fetcher.state !== 'idle' };
}
