import { agreePlan, PlanInput } from '#app/features/promise/agree-plan.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-plans.ts';

/** Agrees instalments over a debt. */
export function action({ request, params: { receivableId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, PlanInput, (desk, input) =>
    agreePlan({ ...desk, timeZone }, { ...input, receivableId }),
  );
}
