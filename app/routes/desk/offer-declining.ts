import { declineOffer } from '#app/features/offer/propose-offer.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/offer-declining.ts';

/** He said no. */
export async function action({ params, context }: Route.ActionArgs) {
  const declined = await declineOffer(debtDeskOf(context), params);
  return declined.ok ? { done: true } : refusal(declined.error);
}
