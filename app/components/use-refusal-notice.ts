import { useEffect } from 'react';
import { isRefused } from './use-faults.ts';
import { useNotice } from './use-notice.ts';
import { useRefusalText } from './use-refusal-text.ts';

/** Tells in a corner why something without a form of its own was refused, once an answer. */
export function useRefusalNotice(answer: unknown): void {
  const notify = useNotice();
  const refusalText = useRefusalText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (isRefused(answer) && answer.error) notify(refusalText(answer.error), answer.error.code);
  }, [answer]);
}
