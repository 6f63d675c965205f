import { BatchPlanForm } from '#app/features/batch/batch-form.ts';
import { planBatch } from '#app/features/batch/plan-batch.ts';
import { maskReject } from '#app/features/batch/read-batch.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/batch-plan.ts';

/** Which rows would become requests, and why the others would not. Writes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const desk = requestDeskOf(context);
  demand(desk.actor, 'request:batch');
  const form = BatchPlanForm.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const { accepted, rejects } = await planBatch(desk, form.data);
  return { plan: { accepted: accepted.length, rejects: rejects.map(maskReject) } };
}
