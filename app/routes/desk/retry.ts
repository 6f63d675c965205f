import { retryRequest } from '#app/features/request/retry-request.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/retry.ts';

/** Gives a request back to the machine. */
export async function action({ params, context }: Route.ActionArgs) {
  const retried = await retryRequest(requestDeskOf(context), params);
  return retried.ok ? { ok: true } : refusal(retried.error);
}
