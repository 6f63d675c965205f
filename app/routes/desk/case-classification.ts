import { ClassificationForm } from '#app/features/case/case-forms.ts';
import { type Classification, classifyCase } from '#app/features/case/classify-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-classification.ts';

/** Says what a case is: its kind, priority, topic, subject. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, ClassificationForm, (desk, said) =>
    classifyCase(desk, { caseId, ...(said as Classification) }),
  );
}
