import { DebtDisputeInput, openDebtDispute } from '#app/features/receivable/open-debt-dispute.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-disputes.ts';

/** The subscriber says he does not owe it. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  const { receivableId } = params;
  return answerJson({ request, context }, DebtDisputeInput, (desk, input) =>
    openDebtDispute({ ...desk, timeZone }, { ...input, receivableId }),
  );
}
