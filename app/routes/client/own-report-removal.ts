import { removeOwnReport } from '#app/features/own-report/save-own-report.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/own-report-removal.ts';

/** Deletes a report of one's own; it can be put back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await removeOwnReport(requestDeskOf(context), params.ownReportId);
  return done.ok ? { done: done.value } : refusal(done.error);
}
