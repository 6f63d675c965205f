import { takeOffer } from '#app/features/shift-market/take-offer.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-offer-taking.ts';

/** Takes a shift that another offers. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await takeOffer(shiftDeskOf(context), { offerId: params.shiftOfferId });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
