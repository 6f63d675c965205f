import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { isUnread } from '#app/features/case/case-item.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';

/** Remembers on the server what one has on the screen. Returns up to where it was read when the page opened. */
export function useReading({ id, lastMessageId, readMessageId }: CaseDetail): string | null {
  const { home } = useDesk();
  const { revalidate } = useRevalidator();
  const before = useRef(readMessageId).current;
  const isShown = useDocumentVisibility() === 'visible';
  const isNew = isUnread(lastMessageId, readMessageId);
  useEffect(() => {
    if (!isShown || !isNew) return;
    sendQuietly(`${home}/cases/${id}/reading`, { messageId: lastMessageId }).then(
      () => revalidate(),
      // Without a connection it stays unread, which is no loss.
      () => {},
    );
  }, [home, id, lastMessageId, isNew, isShown, revalidate]);
  return before;
}
