import { z } from 'zod';
import { answerOrder } from '#app/features/game/order-reward.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-order-answer.ts';

const AnswerForm = z.object({ answer: z.enum(['approved', 'declined']) });

/** A lead's yes or no to an order. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(AnswerForm, request);
  if (!form.ok) return faulty(form.faults);
  const answered = await answerOrder(gameDeskOf(context), params.orderId, form.value.answer);
  return answered.ok ? { done: true } : refusal(answered.error);
}
