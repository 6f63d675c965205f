import type { DebtRefusal } from '#app/features/debt/debt-refusal.ts';
import type { CountRefusal } from '#app/features/debt-board/count-past-months.ts';
import type { LetterRefusal } from '#app/features/outreach/print-letters.ts';
import type { PromiseRefusal } from '#app/features/promise/promise-refusal.ts';
import type { ReceivableRefusal } from '#app/features/receivable/receivable-refusal.ts';
import type { RejectRefusal } from '#app/features/receivable/settle-reject.ts';
import type { TakeRefusal } from '#app/features/receivable/take-billing-file.ts';
import type { StrategyRefusal } from '#app/features/strategy/strategy-refusal.ts';
import type { SuspensionRefusal } from '#app/features/suspension/suspension-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about debts: a part of the one table in http-errors.ts, which says that none is missing. */
export type DebtAreaRefusal =
  | ReceivableRefusal
  | LetterRefusal
  | TakeRefusal
  | RejectRefusal
  | StrategyRefusal
  | CountRefusal
  | PromiseRefusal
  | SuspensionRefusal
  | DebtRefusal;

export const debtErrors = {
  'training-runs': { status: 409 },
  'strategy-not-found': { status: 404 },
  'strategy-retired': { status: 409 },
  'strategy-name-taken': { status: 422, field: 'name' },
  'draft-changed': { status: 409 },
  'strategy-faulty': { status: 422 },
  'strategy-on-trial': { status: 409 },
  'strategy-not-in-force': { status: 409, field: 'challengerId' },
  'months-counted': { status: 409 },
  'trial-runs': { status: 409 },
  'trial-not-found': { status: 404 },
  'trial-shares': { status: 422, field: 'challengerPercent' },
  'trial-same-strategy': { status: 422, field: 'challengerId' },
  'promise-not-found': { status: 404 },
  'promise-stands': { status: 409 },
  'promise-over': { status: 409 },
  'promise-out-of-order': { status: 422, field: 'on' },
  'promise-in-the-past': { status: 422, field: 'on' },
  'promise-too-far': { status: 422, field: 'on' },
  'promise-above-debt': { status: 422, field: 'kopecks' },
  'promise-too-small': { status: 422, field: 'kopecks' },
  'promise-too-often': { status: 409 },
  'plan-overlaps': { status: 409 },
  'plan-too-long': { status: 422, field: 'count' },
  'suspension-not-found': { status: 404 },
  'suspension-move-not-allowed': { status: 409 },
  'line-blocked': { status: 409 },
  'nothing-overdue': { status: 409 },
  'debt-held': { status: 409 },
  'call-not-found': { status: 404 },
  'call-taken': { status: 409 },
  'call-over': { status: 409 },
  'undo-too-late': { status: 409 },
  'no-number': { status: 409 },
  'call-refused': { status: 409 },
  'receivable-not-found': { status: 404 },
  'unknown-receivable': { status: 404 },
  'unknown-account': { status: 422 },
  'unknown-number': { status: 422 },
  'number-of-another-account': { status: 409 },
  'entry-not-found': { status: 404 },
  'entry-is-reversal': { status: 409 },
  'entry-reversed': { status: 409 },
  'entry-differs': { status: 409 },
  'not-whole': { status: 422, field: 'amountKopecks' },
  'not-positive': { status: 422, field: 'amountKopecks' },
  'bad-date': { status: 422, field: 'on' },
  'date-in-future': { status: 422, field: 'on' },
  'debt-disputed': { status: 409 },
  'nothing-owed': { status: 422, field: 'kopecks' },
  'dispute-closed': { status: 409 },
  'columns-missing': { status: 422, field: 'file' },
  'csv-broken': { status: 422, field: 'file' },
  'no-letters': { status: 409 },
  'billing-file-not-found': { status: 404 },
  'reject-not-found': { status: 404 },
  'no-key': { status: 422 },
  'no-account': { status: 422 },
  'unreadable-sum': { status: 422 },
  'unreadable-date': { status: 422 },
  'no-due-date': { status: 422 },
} as const satisfies Record<string, HttpError>;
