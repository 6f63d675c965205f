import { v7 as uuid } from 'uuid';
import { callSick, SickInput } from '#app/features/my-shifts/call-sick.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-sickness.ts';

/** He is sick from now on. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SickInput.omit({ id: true }), request);
  if (!form.ok) return faulty(form.faults);
  const done = await callSick(shiftDeskOf(context), { id: uuid(), ...form.value });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
