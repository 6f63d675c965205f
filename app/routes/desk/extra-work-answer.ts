import { z } from 'zod';
import { answerExtraWork } from '#app/features/intraday/ask-extra-work.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/extra-work-answer.ts';

const Answer = z.object({ answer: z.enum(['agree', 'decline']) });

/** Agrees to extra work, or does not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(Answer, request);
  if (!form.ok) return faulty(form.faults);
  const done = await answerExtraWork(shiftDeskOf(context), {
    extraId: params.extraId,
    agrees: form.value.answer === 'agree',
  });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
