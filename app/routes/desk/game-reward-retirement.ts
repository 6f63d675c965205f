import { retireReward } from '#app/features/game/set-reward.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-reward-retirement.ts';

/** Takes a reward out of the shop. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await retireReward(gameDeskOf(context), params.rewardId);
  return done.ok ? { done: true } : refusal(done.error);
}
