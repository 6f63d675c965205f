import { endTrial } from '#app/features/strategy/change-trial.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-trial-ending.ts';

/** Draws nobody any more. */
export async function action({ params, context }: Route.ActionArgs) {
  const ended = await endTrial(requestDeskOf(context), params.trialId);
  return ended.ok ? { done: true } : refusal(ended.error);
}
