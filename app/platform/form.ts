import { data } from 'react-router';
import type { ZodType } from 'zod';
import ruFaults from '#app/locales/ru/faults.ts';
import { type FormRefusal, type HttpError, httpErrors } from './http-errors.ts';

type Plain<K> = K extends `locked_${string}` ? 'locked' : K;
/** A text of the `faults` namespace. */
export type FaultKey = Plain<keyof typeof ruFaults>;
/** What is wrong, by field; `form` is the whole. */
export type Faults = Partial<Record<string, FaultKey>>;
/** `until`: when one may try again. `details`: what is wrong inside a field, by path. */
export type FormAnswer = { faults: Faults; until: Date | null; details: { path: string; message: string }[] };
export type Form<T> = { ok: true; value: T } | { ok: false; faults: Faults };

/** Reads a sent form by its schema, whose messages are fault keys. Two values under one name: the last. */
export async function readForm<T>(schema: ZodType<T>, request: Request): Promise<Form<T>> {
  return parseForm(schema, Object.fromEntries(await readFields(request)));
}

/** The fields as they were sent. Anything but a form is refused with 415, an unreadable one with 400. */
export async function readFields(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw data(null, { status: 415 });
  return request.formData().catch(() => {
    throw data(null, { status: 400 });
  });
}

export function parseForm<T>(schema: ZodType<T>, fields: unknown): Form<T> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults: Faults = {};
  for (const { path, message } of parsed.error.issues) {
    const field = typeof path[0] === 'string' ? path[0] : 'form';
    faults[field] ??= isFaultKey(message) ? message : 'other';
  }
  return { ok: false, faults };
}

/** Answers a form that cannot be read. */
export function faulty(faults: Faults) {
  return data<FormAnswer>({ faults, until: null, details: [] }, { status: 422 });
}

/** Answers a refusal beside its field. */
export function answerRefusal(refusal: FormRefusal) {
  const { status, field = 'form' }: HttpError = httpErrors[refusal.code];
  const faults: Faults = { [field]: faultKey(refusal) };
  const until = refusal.code === 'locked' ? refusal.until : null;
  const details = 'faults' in refusal ? refusal.faults : [];
  return data<FormAnswer>({ faults, until, details }, { status });
}

function faultKey(refusal: FormRefusal): FaultKey {
  return refusal.code === 'weak-password' ? `weak-${refusal.fault}` : refusal.code;
}

function isFaultKey(message: string): message is FaultKey {
  return message in ruFaults;
}
