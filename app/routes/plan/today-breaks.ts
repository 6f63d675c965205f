import { BreakMove, moveBreak } from '#app/features/intraday/move-break.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/today-breaks.ts';

/** Moves a break within its window. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(BreakMove, request);
  if (!form.ok) return faulty(form.faults);
  const done = await moveBreak(shiftDeskOf(context), form.value);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
