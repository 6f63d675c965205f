import { takeCall } from '#app/features/debt/take-call.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-call-taking.ts';

/** Gives a call to whoever asks first. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await takeCall(debtDeskOf(context), params.callTaskId);
  return done.ok ? { done: true } : refusal(done.error);
}
