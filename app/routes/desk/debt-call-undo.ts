import { undoCall } from '#app/features/debt/record-call.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-call-undo.ts';

/** Takes back what was told of a call. */
export async function action({ params, context }: Route.ActionArgs) {
  const undone = await undoCall(debtDeskOf(context), params.callTaskId);
  return undone.ok ? { done: true } : refusal(undone.error);
}
