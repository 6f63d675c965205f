import { z } from 'zod';
import { endOffer } from '#app/features/shift-market/answer-offer.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-offer-ending.ts';

const Ending = z.object({ move: z.enum(['withdraw', 'release']) });

/** Takes an offer back, or lets go what he took. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(Ending, request);
  if (!form.ok) return faulty(form.faults);
  const done = await endOffer(shiftDeskOf(context), { offerId: params.shiftOfferId, ...form.value });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
