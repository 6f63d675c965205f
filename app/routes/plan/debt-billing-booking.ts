import { bookReject, RejectInput } from '#app/features/receivable/settle-reject.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-billing-booking.ts';

/** Books a row that waited, to the account that was found for it. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const place = { fileId: params.billingFileId, row: Number(params.billingRow) };
  return answerJson({ request, context }, RejectInput, (desk, input) =>
    bookReject({ ...desk, timeZone }, { ...input, ...place }),
  );
}
