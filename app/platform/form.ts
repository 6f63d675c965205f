import { data } from 'react-router';
import type { ZodType, z } from 'zod';
import ruErrors from '#app/locales/ru/errors.ts';

/** A text of `errors:field`. */
export type FaultKey = keyof typeof ruErrors.field;
/** What is wrong, by field; `form` is the whole. */
export type Faults = Partial<Record<string, FaultKey>>;
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
  return { ok: false, faults: faultsOf(parsed.error.issues) };
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

/** What a field wants, for schemas that say it without words: a carrier change's. */
const wanted: Faults = {
  optionCode: 'required',
  tariffCode: 'required',
  reason: 'required',
  list: 'required',
  iccid: 'iccid',
  imsi: 'imsi',
  from: 'date',
  to: 'date',
  scheduledFor: 'date',
  email: 'email',
  device: 'short',
  task: 'short',
  words: 'short',
  paper: 'short',
  askedOn: 'date',
};

/** The first fault of each field, named by the innermost key of its path. */
export function faultsOf(issues: readonly Issue[]): Faults {
  const faults: Faults = {};
  for (const { path, message } of issues) {
    const field = path.findLast((part) => typeof part === 'string') ?? 'form';
    faults[field] ??= isFaultKey(message) ? message : (wanted[field] ?? 'other');
  }
  return faults;
}

/** Answers a form that cannot be read. */
export function faulty(faults: Faults) {
  return data({ faults }, { status: 422 });
}

function isFaultKey(message: string): message is FaultKey {
  return Object.hasOwn(ruErrors.field, message);
}
