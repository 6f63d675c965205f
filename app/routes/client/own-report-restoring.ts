import { restoreOwnReport } from '#app/features/own-report/save-own-report.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/own-report-restoring.ts';

/** Puts a deleted report back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await restoreOwnReport(requestDeskOf(context), params.ownReportId);
  return done.ok ? { done: done.value } : refusal(done.error);
}
