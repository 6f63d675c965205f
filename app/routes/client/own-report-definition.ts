import { changeOwnReport, OwnReportInput } from '#app/features/own-report/save-own-report.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/own-report-definition.ts';

/** Changes a report of one's own. */
export function action({ request, params, context }: Route.ActionArgs) {
  return answerJson({ request, context }, OwnReportInput, (desk, input) =>
    changeOwnReport(desk, params.ownReportId, input),
  );
}
