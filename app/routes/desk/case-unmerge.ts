import { NothingForm } from '#app/features/case/case-forms.ts';
import { unmergeCase } from '#app/features/case/merge-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-unmerge.ts';

/** Takes a merged case out again. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, NothingForm, (desk) => unmergeCase(desk, caseId));
}
