import { v7 as uuid } from 'uuid';
import { AbsenceInput, askAbsence } from '#app/features/my-shifts/ask-absence.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-absences.ts';

/** Asks for days off. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(AbsenceInput.omit({ id: true }), request);
  if (!form.ok) return faulty(form.faults);
  const done = await askAbsence(shiftDeskOf(context), { id: uuid(), ...form.value });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
