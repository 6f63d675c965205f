import { acknowledgeShifts, SeenShifts } from '#app/features/my-shifts/answer-shifts.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shifts-seen.ts';

/** He has seen these shifts as they are. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SeenShifts, request);
  if (!form.ok) return faulty(form.faults);
  const done = await acknowledgeShifts(shiftDeskOf(context), form.value);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
