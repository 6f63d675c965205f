import { SplitForm } from '#app/features/case/case-forms.ts';
import { splitCase } from '#app/features/case/merge-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-split.ts';

/** Takes some messages out into a case of their own. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, SplitForm, (desk, input) => splitCase(desk, { caseId, ...input }));
}
