import { retirePlan } from '#app/features/review/plan-sample.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/sample-plan-retirement.ts';

/** Draws no more by a plan. */
export async function action({ params, context }: Route.ActionArgs) {
  const retired = await retirePlan(requestDeskOf(context), params.planId);
  return retired.ok ? { done: true } : refusal(retired.error);
}
