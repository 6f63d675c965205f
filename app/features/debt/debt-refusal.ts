import type { Action } from '#app/features/access/can.ts';
import type { NotAdmitted } from '#app/features/admission/find-bar.ts';
import type { ContactRule } from '#app/features/outreach/decide-contact.ts';

/** Every expected no of the calls about debts. */
export type DebtRefusal =
  | NotAdmitted
  | { code: 'forbidden'; action: Action }
  | { code: 'call-not-found' }
  /** A colleague has it. */
  | { code: 'call-taken' }
  /** It is told already, or nobody is to be called any more. */
  | { code: 'call-over' }
  /** Too late to take an outcome back, or it was a colleague's. */
  | { code: 'undo-too-late' }
  | { code: 'nothing-overdue' }
  | { code: 'debt-held' }
  /** There is no number to call. */
  | { code: 'no-number' }
  /** The gate of contacts: which rule, and until when; null: not by itself. */
  | { code: 'call-refused'; rule: ContactRule; until: Date | null }
  | { code: 'conflict' };
