import { SolutionForm } from '#app/features/case/case-forms.ts';
import { solveCase } from '#app/features/case/move-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-solution.ts';

/** What the subscriber wanted is done. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, SolutionForm, (desk, { isSolvedAtFirst, topicId }) =>
    solveCase(desk, {
      caseId,
      ...(isSolvedAtFirst === undefined ? {} : { isSolvedAtFirst }),
      ...(topicId ? { topicId } : {}),
    }),
  );
}
