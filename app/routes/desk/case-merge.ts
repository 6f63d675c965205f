import { MergeForm } from '#app/features/case/case-forms.ts';
import { mergeCase } from '#app/features/case/merge-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-merge.ts';

/** Puts a case into another one. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, MergeForm, (desk, { intoId }) => mergeCase(desk, { caseId, intoId }));
}
