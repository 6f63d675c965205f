import { OrderInput, orderReward } from '#app/features/game/order-reward.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-reward-orders.ts';

/** Asks for a reward. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(OrderInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await orderReward(gameDeskOf(context), { ...params, ...form.value });
  return done.ok ? { done: true } : refusal(done.error);
}
