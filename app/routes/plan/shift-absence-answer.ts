import { z } from 'zod';
import { decideAbsence } from '#app/features/my-shifts/ask-absence.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-absence-answer.ts';

const Answer = z.object({
  answer: z.enum(['granted', 'refused']),
  reason: z.string().trim().max(300, 'long').default(''),
});

/** A planner decides about days off. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(Answer, request);
  if (!form.ok) return faulty(form.faults);
  const done = await decideAbsence(shiftDeskOf(context), { absenceId: params.absenceId, ...form.value });
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
