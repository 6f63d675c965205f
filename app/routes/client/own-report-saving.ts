import { OwnReportInput, saveOwnReport } from '#app/features/own-report/save-own-report.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/own-report-saving.ts';

/** Keeps a report of one's own. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, OwnReportInput, saveOwnReport);
}
