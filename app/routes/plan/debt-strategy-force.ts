import { ForceInput, putInForce } from '#app/features/strategy/put-in-force.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-strategy-force.ts';

/** Lets the draft of a strategy be in force, and so locks it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ForceInput, request);
  if (!form.ok) return faulty(form.faults);
  const held = await putInForce(requestDeskOf(context), params.strategyId, form.value);
  return held.ok ? { done: true } : refusal(held.error);
}
