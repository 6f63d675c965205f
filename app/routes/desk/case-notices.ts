import { NothingForm } from '#app/features/case/case-forms.ts';
import { markNoticesOfCase } from '#app/features/notice/mark-notices.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-notices.ts';

/** What one was told of a case that is on the screen now. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, NothingForm, (desk) => markNoticesOfCase(desk, args.params.caseId));
}
