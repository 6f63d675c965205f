import { WishInput, wishDay } from '#app/features/my-shifts/wish-day.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-wishes.ts';

/** Says how he would like a day to be. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(WishInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await wishDay(shiftDeskOf(context), form.value);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
