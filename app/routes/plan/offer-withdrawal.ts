import { withdrawOffer } from '#app/features/offer/save-offer.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/offer-withdrawal.ts';

/** Proposes an offer to nobody from now on. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await withdrawOffer(requestDeskOf(context), params);
  return done.ok ? { done: true } : refusal(done.error);
}
