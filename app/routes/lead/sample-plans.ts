import { v7 as uuid } from 'uuid';
import { planSample } from '#app/features/review/plan-sample.ts';
import { PlanInput } from '#app/features/review/sample-plan.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/sample-plans.ts';

/** Makes a plan of samples. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = PlanInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const made = await planSample(requestDeskOf(context), { id: uuid(), ...form.data });
  return made.ok ? { done: true } : refusal(made.error);
}
