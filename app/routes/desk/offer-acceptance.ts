import { acceptOffer } from '#app/features/offer/accept-offer.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/offer-acceptance.ts';

/** He said yes. */
export async function action({ params, context }: Route.ActionArgs) {
  const accepted = await acceptOffer(debtDeskOf(context), params);
  return accepted.ok ? { done: true } : refusal(accepted.error);
}
