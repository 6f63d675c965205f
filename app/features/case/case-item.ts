import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { CaseListRow } from '#db/tenant/queries/case-list.ts';

/** One line of the queue, as the desk shows it: the number is masked. */
export function toCaseItem(row: CaseListRow, names: Record<string, string>, userId: string) {
  const { msisdn, subscriberName, readMessageId, lastMessageId, ...shown } = row;
  return {
    ...shown,
    who: subscriberName,
    maskedNumber: msisdn ? maskMsisdn(msisdn) : null,
    assignee: row.assigneeId ? (names[row.assigneeId] ?? null) : null,
    /** Of one's own cases only: what nobody has taken is new to everybody. */
    isUnread: row.assigneeId === userId && isUnread(lastMessageId, readMessageId),
  };
}

/** Message ids are UUIDv7: the greater is the newer. */
export function isUnread(lastMessageId: string | null, readMessageId: string | null): boolean {
  return lastMessageId !== null && (readMessageId === null || readMessageId < lastMessageId);
}

/** The newer of two messages. */
export function newestId(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
