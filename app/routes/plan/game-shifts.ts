import { ShiftInput, setShift } from '#app/features/game/set-shift.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-shifts.ts';

/** How long somebody's shift is. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(ShiftInput, request);
  if (!form.ok) return faulty(form.faults);
  const set = await setShift(gameDeskOf(context), form.value);
  return set.ok ? { done: true } : refusal(set.error);
}
