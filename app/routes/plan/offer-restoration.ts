import { restoreOffer } from '#app/features/offer/save-offer.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/offer-restoration.ts';

/** Takes a withdrawal or a change back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await restoreOffer(requestDeskOf(context), params);
  return done.ok ? { done: true } : refusal(done.error);
}
