import { z } from 'zod';
import { approveOffer, endOffer } from '#app/features/shift-market/answer-offer.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-offer-answer.ts';

const Answer = z.object({
  answer: z.enum(['approve', 'refuse']),
  reason: z.string().trim().max(300, 'long').default(''),
});

function answer(
  desk: ReturnType<typeof shiftDeskOf>,
  offerId: string,
  { answer: given, reason }: z.infer<typeof Answer>,
) {
  if (given === 'approve') return approveOffer(desk, { offerId });
  return endOffer(desk, { offerId, move: given, reason });
}

/** A planner decides about an exchange. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(Answer, request);
  if (!form.ok) return faulty(form.faults);
  const done = await answer(shiftDeskOf(context), params.shiftOfferId, form.value);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
