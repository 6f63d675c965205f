import { v7 as uuid } from 'uuid';
import { placeShift, ShiftTime } from '#app/features/shift/edit-shift.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-shifts.ts';

/** Puts somebody on a shift. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = ShiftTime.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const placed = await placeShift(shiftDeskOf(context), params.rosterId, { id: uuid(), ...input.data });
  return placed.ok ? { done: placed.value } : refusal(placed.error);
}
