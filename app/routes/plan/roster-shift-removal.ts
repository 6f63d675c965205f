import { removeShift, SeenShift } from '#app/features/shift/edit-shift.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-shift-removal.ts';

export async function action({ request, params, context }: Route.ActionArgs) {
  const input = SeenShift.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const { rosterId, plannedId: shiftId } = params;
  const removed = await removeShift(shiftDeskOf(context), { rosterId, shiftId }, input.data);
  return removed.ok ? { done: removed.value } : refusal(removed.error);
}
