import { ReasonForm } from '#app/features/case/case-forms.ts';
import { reopenCase } from '#app/features/case/move-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-reopening.ts';

/** It was not solved after all. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, ReasonForm, (desk, { reason }) => reopenCase(desk, { caseId, reason }));
}
