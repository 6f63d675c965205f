import type { Action } from '#app/features/access/can.ts';
import type { BookingFault } from './plan-bookings.ts';

/** Every expected no of the commands on receivables. */
export type ReceivableRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'receivable-not-found' }
  | { code: 'entry-not-found' }
  /** A reversal is not taken back; what it took back is booked anew. */
  | { code: 'entry-is-reversal' }
  | { code: 'entry-reversed' }
  | { code: 'dispute-not-found' }
  /** Another dispute of this debt is open. */
  | { code: 'debt-disputed' }
  /** Nothing is owed, or less than is disputed. */
  | { code: 'nothing-owed' }
  | { code: 'dispute-closed' }
  | BookingFault
  | { code: 'conflict' };
