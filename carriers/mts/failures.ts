import type { Failure, FailureClass } from '../port.ts';

/**
 * MTS's codes in our words. Numbers are the gateway's, words are Foris's (the billing), which come as
 * `errorCode` or only in the characteristic `foris_error_code`. Words marked * are inferred.
 */
const classByCode: Record<string, FailureClass> = {
  '1001': 'auth',
  '1002': 'invalid',
  '1004': 'auth',
  '1005': 'auth',
  '1010': 'not_in_package',
  '1011': 'throttled',
  '1012': 'throttled',
  '1013': 'auth',
  // Not a bad token: this one number is outside the account. Signing in again would not help.
  '1014': 'forbidden_subscriber',
  '1017': 'carrier_down',
  '1100': 'invalid',
  '2005': 'not_found',
  '3003': 'carrier_down',
  CallForwardingServiceNotExists: 'precondition_missing',
  RequiredServiceNotExists: 'precondition_missing', // *
  ServiceNotExists: 'precondition_missing', // *
  ServiceAlreadyExists: 'conflict_option', // *
  ServiceConflict: 'conflict_option', // *
  RequestInProgress: 'conflict_pending_change', // *
  BlockedByOperator: 'blocked_by_operator', // *
  BillPlanNotAvailable: 'invalid', // *
};

const classByStatus: Record<number, FailureClass> = {
  400: 'invalid',
  // A 401 that cannot be read meant "not your number" whenever it was looked into.
  401: 'forbidden_subscriber',
  403: 'not_in_package',
  404: 'not_found',
  409: 'conflict_pending_change',
  422: 'not_found',
  429: 'throttled',
};

/** The class of an answer by its code, else by its HTTP status. `IL.*` is a failing back end. */
export function failureOf(status: number, told: { code: string; text: string } | null): Failure {
  const known = told && classByCode[told.code];
  const isBackEnd = told?.code.startsWith('IL.') || status < 400;
  const byStatus = isBackEnd ? 'carrier_down' : (classByStatus[status] ?? 'carrier_down');
  return { class: known || byStatus, code: told?.code ?? `http_${status}`, text: discreet(told?.text ?? '') };
}

/** A request that MTS accepted and then failed, by code or in words. An unknown cause is for a person. */
export function faultOf(cause: string | null): Failure {
  const known = cause && classByCode[cause];
  const isCode = /^\w{1,64}$/.test(cause ?? '');
  const text = isCode || !cause ? '' : discreet(cause);
  return { class: known || 'needs_human', code: isCode && cause ? cause : 'Faulted', text };
}

/** What a failed answer to a change says of the change itself. */
export const changeAfter: Record<FailureClass, 'refused' | 'unavailable' | 'unknown'> = {
  invalid: 'refused',
  not_found: 'refused',
  forbidden_subscriber: 'refused',
  not_in_package: 'refused',
  conflict_pending_change: 'refused',
  conflict_option: 'refused',
  precondition_missing: 'refused',
  blocked_by_operator: 'refused',
  needs_human: 'refused',
  auth: 'unavailable',
  throttled: 'unavailable',
  not_ready: 'unavailable',
  carrier_down: 'unknown',
  unknown_outcome: 'unknown',
};

/** The carrier's words without the numbers and addresses it likes to repeat. */
function discreet(text: string): string {
  return text
    .replace(/\d{7,}/g, '…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 300);
}
