import { endSolve } from '#app/features/shift/ask-solve.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-solving-end.ts';

/** Stops the engine; its best plan so far is taken. */
export async function action({ params, context }: Route.ActionArgs) {
  const ended = await endSolve(shiftDeskOf(context), params.rosterId);
  return ended.ok ? { done: ended.value } : refusal(ended.error);
}
