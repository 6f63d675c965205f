import { useRef } from 'react';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { useCaseChoices } from '#app/features/case/use-case-choices.ts';
import type { Entry, MessageEntry } from './read-conversation.ts';

/**
 * The message up to which a reply answers: the newest one when it was begun. What others wrote since must be
 * looked at before the reply goes; one's own words are no news.
 */
export function useSeen({ lastMessageId, conversation }: CaseDetail, isWriting: boolean) {
  const { userId } = useCaseChoices();
  const seen = useRef(lastMessageId);
  const newer = conversation.entries.filter(
    (entry): entry is MessageEntry => isNewer(entry, seen.current) && entry.author !== userId,
  );
  if (!isWriting || newer.length === 0) seen.current = lastMessageId;
  return {
    seenMessageId: () => seen.current,
    newer: isWriting ? newer : [],
    /** Says that the newer ones were read. */
    look: () => {
      seen.current = lastMessageId;
    },
  };
}

function isNewer(entry: Entry, seenId: string | null): entry is MessageEntry {
  return entry.type === 'message' && (seenId === null || entry.id > seenId);
}
