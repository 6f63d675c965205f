import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { isRefused } from '#app/components/use-faults.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';

/** Tells why something was refused and reads the page anew, which the router does only after a yes: another may have changed it. */
export function useRereadWhenRefused(answer: unknown, reread?: () => void): void {
  const { revalidate } = useRevalidator();
  useRefusalNotice(answer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (!isRefused(answer)) return;
    void revalidate();
    reread?.();
  }, [answer]);
}
