import { v7 as uuid } from 'uuid';
import { askSolve, SolveInput } from '#app/features/shift/ask-solve.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-solving.ts';

/** Sets the engine to work on a plan. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(SolveInput, request);
  if (!form.ok) return faulty(form.faults);
  const asked = await askSolve(shiftDeskOf(context), params.rosterId, { ...form.value, solveId: uuid() });
  return asked.ok ? { done: asked.value } : refusal(asked.error);
}
