import { LinkForm } from '#app/features/case/case-forms.ts';
import { linkRequest } from '#app/features/case/link-request.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-request.ts';

/** Says that a request was made to solve this case. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, LinkForm, (desk, { requestId }) => linkRequest(desk, { caseId, requestId }));
}
