import { CorrectionInput, correctForecast } from '#app/features/workload/correct-forecast.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/forecast-corrections.ts';

/** Says that more or less will come than is foretold. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, CorrectionInput, correctForecast);
}
