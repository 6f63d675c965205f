import { MarkInput, markDay } from '#app/features/workload/mark-day.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/forecast-marks.ts';

/** Says that a day is unlike others. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, MarkInput, markDay);
}
