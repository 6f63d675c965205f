import { dropReject } from '#app/features/receivable/settle-reject.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-billing-removal.ts';

/** Throws a row away that nobody will book. */
export async function action({ params, context }: Route.ActionArgs) {
  const place = { fileId: params.billingFileId, row: Number(params.billingRow) };
  const dropped = await dropReject(requestDeskOf(context), place);
  return dropped.ok ? { done: true } : refusal(dropped.error);
}
