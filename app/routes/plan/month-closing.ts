import { ClosingInput, closeMonth } from '#app/features/closed-month/close-month.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { monthDeskOf } from '#app/platform/month-desk.ts';
import type { Route } from './+types/month-closing.ts';

/** Freezes a month that is over. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(ClosingInput, request);
  if (!form.ok) return faulty(form.faults);
  const closed = await closeMonth(monthDeskOf(context), form.value);
  return closed.ok ? { done: closed.value } : refusal(closed.error);
}
