import { v7 as uuid } from 'uuid';
import { startTrial, TrialInput } from '#app/features/strategy/change-trial.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-trials.ts';

/** Begins to draw who is led by which strategy. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(TrialInput, request);
  if (!form.ok) return faulty(form.faults);
  const drawn = { id: uuid(), salt: crypto.randomUUID() };
  const started = await startTrial(requestDeskOf(context), drawn, form.value);
  return started.ok ? { done: true } : refusal(started.error);
}
