import { removeSchedule } from '#app/features/report-mail/set-schedule.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/report-schedule-removal.ts';

/** Stops mailing a report. */
export async function action({ params, context }: Route.ActionArgs) {
  const removed = await removeSchedule(requestDeskOf(context), params.reportScheduleId);
  return removed.ok ? { done: removed.value } : refusal(removed.error);
}
