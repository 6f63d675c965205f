import { ReasonForm } from '#app/features/case/case-forms.ts';
import { awaitSubscriber } from '#app/features/case/move-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-waiting.ts';

/** Nothing can be done until the subscriber answers. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, ReasonForm, (desk, { reason }) => awaitSubscriber(desk, { caseId, reason }));
}
