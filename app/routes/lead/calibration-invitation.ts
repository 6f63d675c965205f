import { shareCalibration } from '#app/features/calibration/share-calibration.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibration-invitation.ts';

/** Asks the client company to score too. */
export async function action({ params, context }: Route.ActionArgs) {
  const shared = await shareCalibration(requestDeskOf(context), params.calibrationId, 'work');
  return shared.ok ? { done: true } : refusal(shared.error);
}
