import { releaseCall } from '#app/features/debt/take-call.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-call-release.ts';

/** Puts a call back that was not made. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await releaseCall(debtDeskOf(context), params.callTaskId);
  return done.ok ? { done: true } : refusal(done.error);
}
