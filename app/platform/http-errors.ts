import { data } from 'react-router';
import type { z } from 'zod';
import type { BatchRefusal } from '#app/features/batch/create-batch.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import type { ViewRefusal } from '#app/features/saved-view/save-view.ts';
import type { PhoneRefusal } from '#app/features/subscriber/phone.ts';
import type { RevealRefusal } from '#app/features/subscriber/reveal-number.ts';

export type Refusal = RequestRefusal | BatchRefusal | PhoneRefusal | RevealRefusal | ViewRefusal;
export type ErrorCode = Refusal['code'];

/** `field`: the form field that the message stands beside. */
type HttpError = { status: 403 | 404 | 409 | 422 | 503; field?: string };

/** Every expected no, as the web says it. Texts: `errors:<code>`. A code that is missing here does not compile. */
export const httpErrors = {
  forbidden: { status: 403 },
  conflict: { status: 409 },
  'line-not-found': { status: 404 },
  'request-not-found': { status: 404 },
  'move-not-allowed': { status: 409 },
  'form-reused': { status: 409 },
  'pending-request': { status: 409 },
  'carrier-refuses': { status: 409 },
  'carrier-unreachable': { status: 503 },
  'preview-changed': { status: 409 },
  'date-in-the-past': { status: 422, field: 'scheduledFor' },
  'phone-unreadable': { status: 422, field: 'phone' },
  'phone-length': { status: 422, field: 'phone' },
  'phone-foreign': { status: 422, field: 'phone' },
  'phone-not-mobile': { status: 422, field: 'phone' },
  'nothing-to-do': { status: 422, field: 'list' },
  'view-name-taken': { status: 422, field: 'name' },
  'too-many-views': { status: 409 },
} as const satisfies Record<ErrorCode, HttpError>;

/** What an action answers instead of a value: one refusal, or faults beside their fields. */
/** What an action answers instead of a value: one refusal, or the form fields that cannot be read. */
export type Refused =
  | { error: Refusal; fields?: undefined }
  | { error?: undefined; fields: Record<string, true> };

/** Answers a refusal. A thing that is not there, or is another's, is a page that is not there. */
export function refusal<E extends Refusal>(error: E) {
  const { status }: HttpError = httpErrors[error.code];
  if (status === 404) throw data(null, { status });
  return data({ error }, { status });
}

/** Answers a form with fields that cannot be read; the page words each beside its field. */
export function faultyFields(fields: Record<string, true>) {
  return data({ fields }, { status: 422 });
}

export function invalidForm({ issues }: z.ZodError) {
  return faultyFields(Object.fromEntries(issues.map(({ path }) => [String(path.at(-1) ?? 'form'), true])));
}
