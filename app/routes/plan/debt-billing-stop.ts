import { stopBillingFile } from '#app/features/receivable/take-billing-file.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-billing-stop.ts';

/** Stops a file that is being booked; what is booked stays. */
export async function action({ params, context }: Route.ActionArgs) {
  const stopped = await stopBillingFile(requestDeskOf(context), params.billingFileId);
  return stopped.ok ? { done: true } : refusal(stopped.error);
}
