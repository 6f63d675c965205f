import type { Failure, FailureClass } from '../port.ts';
import { withoutPersonalData } from './formats.ts';

/** Every code of the carrier's table, in our words. Source: carriers.md 2.6. */
export const failureClasses: Record<string, FailureClass> = {
  '20001': 'invalid', // INVALID_QUERY_PARAM
  '20002': 'auth', // AUTH_ERROR
  '20003': 'auth', // TOKEN_NOT_FOUND
  '20004': 'auth', // TOKEN_EXPIRED
  '20005': 'not_found', // CTN_NOT_FOUND, also somebody else's number
  '20006': 'forbidden_subscriber', // FORBIDDEN
  '20007': 'auth', // INVALID_SYSTEM_HASH
  '20008': 'precondition_missing', // OFFER_VALIDATION_ERROR, worded "operations with services are unavailable now"
  '20009': 'blocked_by_operator', // CTN_BLOCKED
  '20010': 'conflict_pending_change', // CTN_PP_FUTURE_TRX
  '20014': 'needs_human', // AUTH_USER_BLOCKED
  '20015': 'needs_human', // AUTH_EXPIRED_PASSWORD
  '20017': 'not_ready', // BAD_REQUEST_STATUS: the report is not ready
  '20018': 'invalid', // BAD_REQUEST_TYPE
  '20024': 'precondition_missing', // INCORRECT_STATUS_FOR_OPERATION
  '20025': 'carrier_down', // BILLING_ERROR
  '20026': 'not_in_package', // REG_RESTRICT_ERROR
  '20027': 'invalid', // REG_ENSEMBLE_REG_ERROR
  '20028': 'not_found', // ABONENTS_NOT_FOUND
  '20030': 'not_ready', // REQUEST_STATUS_INTERMEDIATE
  '20035': 'conflict_option', // shared number
  '20036': 'conflict_option', // shared number
  '20037': 'not_found', // SOC_NOT_AVAILABLE
  '20038': 'conflict_option', // NEED_MODIFY_SOC
  '20039': 'conflict_option', // shared number
  '20040': 'conflict_option', // shared number
  '20082': 'invalid', // WRONG_BLOCK_DATE
  '20083': 'invalid', // WRONG_BLOCK_DAYS
  '20092': 'conflict_pending_change', // FTTB_ACTIVE_REQUEST_EXISTS
  '20130': 'precondition_missing', // ACTIVE_PROMISED_PAYMENT
  '49999': 'carrier_down', // EXT_SYSTEM_ERROR
  '50000': 'carrier_down', // SYSTEM_ERROR
};

/** "This error means that the token is broken": sign in again, the request was not processed. */
export const tokenBrokenCodes = ['20002', '20003', '20004'];

/** After a change these say that something broke, not that nothing was done. */
export const doubtfulCodes = ['20025', '49999', '50000'];

/** The carrier's answer that it did not do what was asked, or could not be understood. */
export type Refusal = {
  ok: false;
  failure: Failure;
  /** `refused`: a certain no. `unavailable`: surely not processed. `doubtful`: a change may have been made. */
  verdict: 'refused' | 'unavailable' | 'doubtful';
  retryAfterMs?: number;
};
export type Answer<T> = { ok: true; value: T } | Refusal;

type CodeTables = { failureClasses: Record<string, FailureClass>; doubtfulCodes: string[] };

export function codedRefusal(tables: CodeTables, code: string, carrierText: string): Refusal {
  const failureClass = tables.failureClasses[code];
  const failure: Failure = {
    class: failureClass ?? 'unknown_outcome',
    code,
    text: withoutPersonalData(carrierText),
  };
  if (!failureClass || tables.doubtfulCodes.includes(code))
    return { ok: false, failure, verdict: 'doubtful' };
  const isRetriable =
    failureClass === 'auth' || failureClass === 'throttled' || failureClass === 'carrier_down';
  return { ok: false, failure, verdict: isRetriable ? 'unavailable' : 'refused' };
}

/** The carrier's code inside the free text of `requestComments`, where it stands at all. */
export function rejectionFailure(tables: CodeTables, state: string, comments: string | null): Failure {
  const code = /\b([245]\d{4})\b/.exec(comments ?? '')?.[1] ?? state;
  const text = withoutPersonalData(comments ?? '');
  return { class: tables.failureClasses[code] ?? 'invalid', code, text };
}
