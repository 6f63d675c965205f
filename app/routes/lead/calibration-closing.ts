import { closeCalibration } from '#app/features/calibration/hold-calibration.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibration-closing.ts';

/** Shows everybody everybody's marks. */
export async function action({ params, context }: Route.ActionArgs) {
  const closed = await closeCalibration(requestDeskOf(context), params.calibrationId);
  return closed.ok ? { done: true } : refusal(closed.error);
}
