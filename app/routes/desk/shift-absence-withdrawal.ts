import { withdrawAbsence } from '#app/features/my-shifts/ask-absence.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-absence-withdrawal.ts';

/** Takes back what he asked. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await withdrawAbsence(shiftDeskOf(context), params);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
