import { useThrottledCallback } from '@mantine/hooks';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';

/** Typing is told no more often than this. */
const everyMs = 3000;

/** Tells colleagues that one writes in a case. */
export function useTyping(caseId: string): () => void {
  const { home } = useDesk();
  return useThrottledCallback(() => {
    // Nobody needs to know when it cannot be told.
    void sendQuietly(`${home}/cases/${caseId}/presence`, { doing: 'typing' }).catch(() => {});
  }, everyMs);
}
