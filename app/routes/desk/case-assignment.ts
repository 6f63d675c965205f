import { AssignmentForm } from '#app/features/case/case-forms.ts';
import { assignCase, releaseCase } from '#app/features/case/move-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-assignment.ts';

/** Gives a case to a colleague or to oneself, or puts it back. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, AssignmentForm, (desk, { userId }) =>
    userId ? assignCase(desk, { caseId, userId }) : releaseCase(desk, caseId),
  );
}
