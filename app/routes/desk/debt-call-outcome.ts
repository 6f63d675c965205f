import { OutcomeForm, recordCall } from '#app/features/debt/record-call.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-call-outcome.ts';

/** Tells how a call ended. */
export async function action({ request, params: { callTaskId: taskId }, context }: Route.ActionArgs) {
  const form = await readForm(OutcomeForm, request);
  if (!form.ok) return faulty(form.faults);
  const told = await recordCall(debtDeskOf(context), { taskId, ...form.value });
  return told.ok ? { done: { taskId, outcome: form.value.outcome } } : refusal(told.error);
}
