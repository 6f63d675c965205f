import { cancelPromise } from '#app/features/promise/cancel-offer.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-promise-cancellation.ts';

/** Takes a promise back. */
export async function action({ params, context }: Route.ActionArgs) {
  const cancelled = await cancelPromise(debtDeskOf(context), params.promiseId);
  return cancelled.ok ? { done: true } : refusal(cancelled.error);
}
