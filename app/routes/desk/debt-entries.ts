import { bookByHand, HandEntryInput } from '#app/features/receivable/book-by-hand.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-entries.ts';

/** Books a payment, an adjustment or a write-off by hand. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const { receivableId } = params;
  return answerJson({ request, context }, HandEntryInput, (desk, input) =>
    bookByHand({ ...desk, timeZone }, { ...input, receivableId }),
  );
}
