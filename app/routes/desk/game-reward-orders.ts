import { orderReward } from '#app/features/game/order-reward.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-reward-orders.ts';

/** Asks for a reward. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await orderReward(gameDeskOf(context), params.rewardId);
  return done.ok ? { done: true } : refusal(done.error);
}
