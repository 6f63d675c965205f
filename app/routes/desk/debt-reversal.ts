import { ReversalInput, reverseEntry } from '#app/features/receivable/reverse-entry.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-reversal.ts';

/** Takes an entry back. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const { receivableId, entryId } = params;
  return answerJson({ request, context }, ReversalInput, (desk, input) =>
    reverseEntry({ ...desk, timeZone }, { ...input, receivableId, entryId }),
  );
}
