import type { SentWindow } from '#carriers/port.ts';
import type { RequestRow } from './move-request.ts';

/**
 * When a lost request may have left: from its claim to the end of its lease. One that was open in a copy may
 * have been sent until the copy was restored.
 */
export function sentWindow(
  request: Pick<RequestRow, 'sentAt' | 'changedAt' | 'unconfirmedSince'>,
  leaseMs: number,
): SentWindow {
  const after = request.sentAt ?? request.changedAt;
  const before = Math.max(after.getTime() + leaseMs, request.unconfirmedSince?.getTime() ?? 0);
  return { after, before: new Date(before) };
}
