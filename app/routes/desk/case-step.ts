import { data } from 'react-router';
import { StepForm, StepName } from '#app/features/case/case-forms.ts';
import { takeComplaintStep } from '#app/features/case/take-complaint-step.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-step.ts';

/** Writes one step of a complaint taken as a gift. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  const step = StepName.safeParse(args.params.step);
  if (!step.success) throw data(null, { status: 404 });
  return answerJson(args, StepForm, (desk, { text }) =>
    takeComplaintStep(desk, { caseId, step: step.data, text }),
  );
}
