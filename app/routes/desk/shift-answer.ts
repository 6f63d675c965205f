import { answerChange, ConsentInput } from '#app/features/my-shifts/answer-shifts.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-answer.ts';

/** Agrees to a change inside the month of notice, or does not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ConsentInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await answerChange(shiftDeskOf(context), {
    shiftId: params.toldId,
    version: form.value.version,
    agrees: form.value.answer === 'agree',
  });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
