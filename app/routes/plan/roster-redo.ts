import { redoChange } from '#app/features/shift/undo-change.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-redo.ts';

/** Does again what this person undid last. */
export async function action({ params, context }: Route.ActionArgs) {
  const redone = await redoChange(shiftDeskOf(context), params.rosterId);
  return redone.ok ? { done: redone.value } : refusal(redone.error);
}
