import { undoChange } from '#app/features/shift/undo-change.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-undo.ts';

/** Takes back what this person did last to a plan. */
export async function action({ params, context }: Route.ActionArgs) {
  const undone = await undoChange(shiftDeskOf(context), params.rosterId);
  return undone.ok ? { done: undone.value } : refusal(undone.error);
}
