import { endAddress } from '#app/features/report-mail/ask-address.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/report-address-ending.ts';

/** Sends an address no more reports. */
export async function action({ params, context }: Route.ActionArgs) {
  const ended = await endAddress(requestDeskOf(context), params.reportAddressId);
  return ended.ok ? { done: ended.value } : refusal(ended.error);
}
