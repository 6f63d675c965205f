import { moveShift, ShiftChange } from '#app/features/shift/edit-shift.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-shift-time.ts';

/** Moves a shift, stretches it, gives it to another person or pins it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = ShiftChange.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const { rosterId, plannedId: shiftId } = params;
  const moved = await moveShift(shiftDeskOf(context), { rosterId, shiftId }, input.data);
  return moved.ok ? { done: moved.value } : refusal(moved.error);
}
