import { acceptMending, SeenMending } from '#app/features/shift/replan-sickness.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-mending.ts';

/** Takes the changes that were shown to mend the plans of a sickness into them. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(SeenMending, request);
  if (!form.ok) return faulty(form.faults);
  const done = await acceptMending(shiftDeskOf(context), params.sicknessId, form.value);
  return done.ok ? { done: done.value } : refusal(done.error);
}
