import { v7 as uuid } from 'uuid';
import { DisputeInput } from '#app/features/dispute/dispute.ts';
import { raiseDispute } from '#app/features/dispute/raise-dispute.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/review-dispute.ts';

/** An agent disputes a review of his own work. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = DisputeInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const desk = { ...requestDeskOf(context), timeZone: context.get(workplaceContext).tenant.timeZone };
  const raised = await raiseDispute(desk, { id: uuid(), ...params, ...form.data });
  return raised.ok ? { done: true } : refusal(raised.error);
}
