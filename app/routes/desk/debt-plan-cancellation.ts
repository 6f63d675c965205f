import { cancelPlan } from '#app/features/promise/cancel-offer.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-plan-cancellation.ts';

/** Ends a plan before its time. */
export async function action({ params, context }: Route.ActionArgs) {
  const cancelled = await cancelPlan(debtDeskOf(context), params.instalmentPlanId);
  return cancelled.ok ? { done: true } : refusal(cancelled.error);
}
