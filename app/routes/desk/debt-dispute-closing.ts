import { closeDebtDispute, DisputeClosingInput } from '#app/features/receivable/close-debt-dispute.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-dispute-closing.ts';

/** Answers a dispute of a debt. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const { receivableId, debtDisputeId: disputeId } = params;
  return answerJson({ request, context }, DisputeClosingInput, (desk, input) =>
    closeDebtDispute({ ...desk, timeZone }, { ...input, receivableId, disputeId }),
  );
}
