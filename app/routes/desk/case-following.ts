import { followCase } from '#app/features/case/attend-case.ts';
import { FollowForm } from '#app/features/case/case-forms.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-following.ts';

/** Follows a case, or no longer. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, FollowForm, (desk, { follows }) => followCase(desk, { caseId, follows }));
}
