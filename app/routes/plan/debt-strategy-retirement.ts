import { retireStrategy } from '#app/features/strategy/change-strategy.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-strategy-retirement.ts';

/** Lets nobody on a strategy any more. */
export async function action({ params, context }: Route.ActionArgs) {
  const retired = await retireStrategy(requestDeskOf(context), params.strategyId);
  return retired.ok ? { done: true } : refusal(retired.error);
}
