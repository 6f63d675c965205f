import { v7 as uuid } from 'uuid';
import { askExtraWork, ExtraWorkInput } from '#app/features/intraday/ask-extra-work.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/today-extra-work.ts';

/** Asks a person for work beyond his plan. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(ExtraWorkInput.omit({ id: true }), request);
  if (!form.ok) return faulty(form.faults);
  const done = await askExtraWork(shiftDeskOf(context), { id: uuid(), ...form.value });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
