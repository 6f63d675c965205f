import { SnoozeForm } from '#app/features/case/case-forms.ts';
import { snoozeCase } from '#app/features/case/snooze-case.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/case-snooze.ts';

/** Puts a case off, or shows it again. */
export function action(args: Route.ActionArgs) {
  const { caseId } = args.params;
  return answerJson(args, SnoozeForm, (desk, { until }) =>
    snoozeCase(desk, { caseId, until: until ? new Date(until) : null }),
  );
}
