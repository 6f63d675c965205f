import { OfferInput, offerShift } from '#app/features/shift-market/offer-shift.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-offers.ts';

/** Puts a shift of his on the market. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(OfferInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await offerShift(shiftDeskOf(context), { ...form.value, shiftId: params.toldId });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
