import { NothingForm } from '#app/features/case/case-forms.ts';
import { resumeCase } from '#app/features/case/move-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-resumption.ts';

/** The case goes on without the subscriber's answer. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, NothingForm, (desk) => resumeCase(desk, caseId));
}
