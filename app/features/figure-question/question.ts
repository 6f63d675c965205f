import { z } from 'zod';
import type { Action } from '#app/features/access/can.ts';
import { metricKeys } from '#app/features/metric/metric.ts';

/** Every expected no about questions on a number. */
export type QuestionRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'asked-not-found' }
  | { code: 'too-many-asked' }
  | { code: 'asked-answered' }
  | { code: 'conflict' };

/** So many a day: of one person, and of everybody at a client company. */
export const questionLimits = { own: 10, all: 40, withinMs: 24 * 60 * 60_000 } as const;

/** `page`: where the number stands, under the client company's own address. */
export const QuestionInput = z.strictObject({
  metric: z.enum(metricKeys, 'required'),
  from: z.iso.date({ error: 'date' }),
  to: z.iso.date({ error: 'date' }),
  page: z
    .string()
    .regex(/^report(\/[a-z0-9-]+)*(\?[\w=&%.,-]*)?$/, 'other')
    .max(300, 'long'),
  question: z.string().trim().min(5, 'short').max(1000, 'long'),
});
export type QuestionInput = z.infer<typeof QuestionInput>;

export const AnswerInput = z.strictObject({ answer: z.string().trim().min(3, 'short').max(2000, 'long') });
export type AnswerInput = z.infer<typeof AnswerInput>;
