import {
  type Failure,
  type FailureClass,
  type OwnFailureCode,
  ownFailure,
  type Read,
  type WireReply,
} from '../port.ts';

/** What went wrong, with what it would mean for a change that was in the request (see `SubmitOutcome`). */
export type Trouble = {
  type: 'refused' | 'unavailable' | 'unknown';
  failure: Failure;
  retryAfterMs?: number;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** Error words of the cabinet. Only NOT_AUTHENTICATED was seen on a live wire, the others are inferred. */
const classByWord = {
  NOT_AUTHENTICATED: 'auth',
  WRONG_CREDENTIALS: 'auth',
  ACCOUNT_LOCKED: 'needs_human',
  CAPTCHA_REQUIRED: 'needs_human',
  CACHE_NOT_READY: 'not_ready',
  DATE_IN_PAST: 'not_ready',
  TOO_MANY_REQUESTS: 'throttled',
  ACCESS_DENIED: 'forbidden_subscriber',
  SUBSCRIBER_NOT_FOUND: 'forbidden_subscriber',
  ORDER_IN_PROGRESS: 'conflict_pending_change',
  LOCKED_BY_OPERATOR: 'blocked_by_operator',
  ALREADY_LOCKED: 'precondition_missing',
  NOT_LOCKED: 'precondition_missing',
  SAME_RATE_PLAN: 'precondition_missing',
  RATE_PLAN_NOT_FOUND: 'not_found',
  RATE_PLAN_NOT_ALLOWED: 'not_in_package',
  DATE_TO_REQUIRED: 'invalid',
  WRONG_FORM: 'invalid',
  ORDER_REJECTED: 'invalid',
  SERVICE_UNAVAILABLE: 'carrier_down',
  SYSTEM_ERROR: 'carrier_down',
} satisfies Record<string, FailureClass>;
export type CabinetWord = keyof typeof classByWord;

const typeByClass = {
  invalid: 'refused',
  not_found: 'refused',
  forbidden_subscriber: 'refused',
  not_in_package: 'refused',
  conflict_pending_change: 'refused',
  conflict_option: 'refused',
  precondition_missing: 'refused',
  blocked_by_operator: 'refused',
  auth: 'unavailable',
  throttled: 'unavailable',
  not_ready: 'unavailable',
  needs_human: 'unavailable',
  carrier_down: 'unknown',
  unknown_outcome: 'unknown',
} satisfies Record<FailureClass, Trouble['type']>;

/** A trouble that we tell, not the cabinet. */
export function trouble(
  failureClass: FailureClass,
  code: OwnFailureCode,
  text: string,
  retryAfterMs?: number,
): Trouble {
  return troubleBy(ownFailure(failureClass, code, text), retryAfterMs);
}

export function troubleBy(failure: Failure, retryAfterMs?: number): Trouble {
  return {
    type: typeByClass[failure.class],
    failure,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** An error word of the cabinet in our words. Free text may hold a number: long runs of digits are masked. */
export function troubleOf(word: string, classes: Record<string, FailureClass>): Trouble {
  const code = word.replace(/\d{5,}/g, '…').slice(0, 64);
  const known = classes[word] ?? (isCabinetWord(word) ? classByWord[word] : undefined);
  // An unknown word belongs into errorClasses of the account.
  return troubleBy({ class: known ?? 'unknown_outcome', code, text: '' });
}

function isCabinetWord(word: string): word is CabinetWord {
  return Object.hasOwn(classByWord, word);
}

/** The error word inside a reply: `{error:{code}}`, `{error:"TEXT"}`, or the former as a JSON string. */
export function errorWord(body: unknown): string | null {
  const error = typeof body === 'object' && body && 'error' in body ? body.error : null;
  if (!error) return null;
  if (typeof error === 'string') {
    const inner = error.startsWith('{') ? parseJson(error) : null;
    return inner && typeof inner === 'object' && 'code' in inner ? String(inner.code) : error;
  }
  return typeof error === 'object' && 'code' in error ? String(error.code) : 'error_without_code';
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds or an HTTP date -> milliseconds from `now`. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

type ErrorSettings = { errorClasses: Record<string, FailureClass>; throttlePauseMs: number };

/** What is wrong with a reply before anybody looks at its fields; `null`: nothing. */
export function troubleInReply(reply: WireReply, settings: ErrorSettings, now: Date): Trouble | null {
  const { status } = reply;
  if (status === 429) {
    const pause = retryAfterMs(reply.headers.get('retry-after'), now) || settings.throttlePauseMs;
    return troubleBy({ class: 'throttled', code: 'http_429', text: '' }, pause);
  }
  const text = reply.text();
  const word = /^\s*\{/.test(text) ? errorWord(parseJson(text)) : null;
  if (word) return troubleOf(word, settings.errorClasses);
  const byStatus = (failureClass: FailureClass) =>
    troubleBy({ class: failureClass, code: `http_${status}`, text: '' });
  if (status === 401 || status === 403) return byStatus('auth');
  if (text.includes('Сервис временно недоступен')) {
    return troubleBy({ class: 'carrier_down', code: 'html_page', text: 'Сервис временно недоступен' });
  }
  if (status === 404) return byStatus('not_found');
  if (status >= 400 && status < 500 && status !== 408) return byStatus('invalid');
  if (status < 200 || status > 299) return byStatus('carrier_down');
  return null;
}

export function toRead<T>(answer: Answer<T>): Read<T> {
  return answer.ok ? answer : { ok: false, failure: answer.trouble.failure };
}
