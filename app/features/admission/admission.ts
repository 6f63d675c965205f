import { z } from 'zod';
import type { Action } from '../access/can.ts';

/** `one` and `several`: of the options; `number`: typed in, right within a tolerance. */
export const questionKinds = ['one', 'several', 'number'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Options are chosen by the keys 1–9. */
export const mostOptions = 9;

const Carrier = z.string().regex(/^[a-z0-9-]{1,32}$/, { error: 'required' });
const Topic = z.string().trim().min(2, { error: 'short' }).max(80, { error: 'long' });

export const QuestionInput = z
  .strictObject({
    /** `null`: asked whatever the carrier is. */
    carrier: Carrier.nullable(),
    topic: Topic,
    kind: z.enum(questionKinds),
    body: z.string().trim().min(5, { error: 'short' }).max(1000, { error: 'long' }),
    options: z
      .array(z.string().trim().min(1, { error: 'required' }).max(300, { error: 'long' }))
      .max(mostOptions),
    /** Which options are right, by their places from 0; of a number: the number and how far off is still right. */
    key: z.array(z.number({ error: 'number' })).max(mostOptions),
    /** Shown to who got it wrong. */
    explanation: z.string().trim().min(5, { error: 'short' }).max(2000, { error: 'long' }),
    /** What one reads to know it; published anew, it asks for a re-test. */
    articleId: z.uuid().nullable(),
  })
  .superRefine((question, context) => {
    const fault = keyFault(question);
    if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message });
  });
export type QuestionInput = z.infer<typeof QuestionInput>;

type Keyed = Pick<QuestionInput, 'kind' | 'options' | 'key'>;

function keyFault({ kind, options, key }: Keyed): { field: string; message: string } | null {
  if (kind === 'number') {
    const [value, tolerance] = key;
    const isNumber = key.length === 2 && Number.isFinite(value) && tolerance !== undefined && tolerance >= 0;
    return isNumber && options.length === 0 ? null : { field: 'key', message: 'number' };
  }
  if (options.length < 2) return { field: 'options', message: 'two-options' };
  if (new Set(options).size < options.length) return { field: 'options', message: 'same-options' };
  const isFew = kind === 'one' ? key.length === 1 : key.length >= 1;
  return isFew && areChoices(key, options.length) ? null : { field: 'key', message: 'right-option' };
}

function areChoices(places: readonly number[], options: number): boolean {
  const isPlace = (place: number) => Number.isInteger(place) && place >= 0 && place < options;
  return places.every(isPlace) && new Set(places).size === places.length;
}

/** Whether something can be an answer at all. Nothing chosen takes an answer back. */
export function isAnswer(
  { kind, options }: Pick<Keyed, 'kind' | 'options'>,
  given: readonly number[],
): boolean {
  if (given.length === 0) return true;
  if (kind === 'number') return given.length === 1 && Number.isFinite(given[0]);
  return (kind === 'several' || given.length === 1) && areChoices(given, options.length);
}

/** Whether an answer is right: of several options all the right ones and no other. */
export function isRight({ kind, key }: Pick<Keyed, 'kind' | 'key'>, given: readonly number[]): boolean {
  if (kind === 'number') {
    const [value = Number.NaN, tolerance = 0] = key;
    return Math.abs((given[0] ?? Number.NaN) - value) <= tolerance;
  }
  return given.length === key.length && given.every((place) => key.includes(place));
}

export const TestInput = z.strictObject({
  /** How many questions of which topic. */
  parts: z
    .array(z.strictObject({ topic: Topic, count: z.int().min(1).max(50) }))
    .min(1, { error: 'required' })
    .max(20),
  minutes: z.int().min(1).max(240),
  /** So many of a hundred right answers pass. */
  passPercent: z.int().min(1).max(100),
  /** How long one who failed waits before he tries again. */
  coolOffHours: z
    .int()
    .min(0)
    .max(24 * 30),
  validDays: z
    .int()
    .min(1)
    .max(3 * 366),
  /** How long a pass still holds when an article behind its questions was published anew. */
  graceDays: z.int().min(0).max(90),
  /** Switched off it gates nobody. */
  isOn: z.boolean(),
});
export type TestInput = z.infer<typeof TestInput>;
/** What must be passed before one is given work of a carrier. A version is never changed. */
export type AdmissionTest = TestInput & { carrier: string; version: number };

/** Points of an attempt pass when they are at least so many of a hundred; whole numbers on both sides. */
export function isEnough(earned: number, of: number, passPercent: number): boolean {
  return of > 0 && earned * 100 >= passPercent * of;
}

/** Every expected no of the commands on tests and questions. */
export type AdmissionRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'carrier-not-found' }
  | { code: 'article-not-found' }
  | { code: 'question-not-found' }
  | { code: 'question-withdrawn' }
  /** Nothing has to be passed for this carrier. */
  | { code: 'test-not-found' }
  /** Fewer questions are there than the test draws. */
  | { code: 'bank-too-small'; topic: string }
  /** He failed not long ago. */
  | { code: 'cool-off'; until: Date }
  /** He has a pass, and it will hold for long. */
  | { code: 'pass-holds'; until: Date }
  | { code: 'attempt-not-found' }
  /** The time is over, or it was handed in: what was saved until then counts. */
  | { code: 'attempt-over' }
  | { code: 'answer-unfit' }
  /** Somebody else changed it first. */
  | { code: 'conflict' };
