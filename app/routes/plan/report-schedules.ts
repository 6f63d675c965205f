import { ScheduleInput } from '#app/features/report-mail/report-mail.ts';
import { setSchedule } from '#app/features/report-mail/set-schedule.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/report-schedules.ts';

/** Sets which report is mailed where and when. */
export function action({ request, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, ScheduleInput, (desk, input) =>
    setSchedule({ ...desk, timeZone }, input),
  );
}
