import { z } from 'zod';
import { answerGoodwill } from '#app/features/goodwill/answer-goodwill.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/goodwill-answer.ts';

const AnswerForm = z.object({ answer: z.enum(['approved', 'declined']) });

/** A lead's yes or no to what is above a budget. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(AnswerForm, request);
  if (!form.ok) return faulty(form.faults);
  const answered = await answerGoodwill(requestDeskOf(context), { ...params, ...form.value });
  return answered.ok ? { done: true } : refusal(answered.error);
}
