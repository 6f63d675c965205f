import { undoCorrection } from '#app/features/workload/correct-forecast.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/forecast-correction-undoing.ts';

/** Takes a correction back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await undoCorrection(requestDeskOf(context), params.correctionId);
  return done.ok ? { done: done.value } : refusal(done.error);
}
