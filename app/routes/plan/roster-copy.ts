import { CopiedWeek, copyWeek } from '#app/features/shift/copy-week.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-copy.ts';

/** Copies one week of a plan onto another. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(CopiedWeek, request);
  if (!form.ok) return faulty(form.faults);
  const copied = await copyWeek(shiftDeskOf(context), params.rosterId, form.value);
  return copied.ok ? { done: copied.value } : refusal(copied.error);
}
