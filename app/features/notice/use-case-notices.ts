import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';

/** Takes away what one was told of a case once the case itself is on the screen. */
export function useCaseNotices({ id, hasNotices }: { id: string; hasNotices: boolean }): void {
  const { home } = useDesk();
  const isShown = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (!isShown || !hasNotices) return;
    // Without a connection they stay unread, which is no loss.
    sendQuietly(`${home}/cases/${id}/notices`, {}).catch(() => {});
  }, [home, id, hasNotices, isShown]);
}
