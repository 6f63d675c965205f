import { v7 as uuid } from 'uuid';
import { addReward, RewardInput } from '#app/features/game/set-reward.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-rewards.ts';

/** Puts a reward into the shop. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(RewardInput, request);
  if (!form.ok) return faulty(form.faults);
  const added = await addReward(gameDeskOf(context), { id: uuid(), ...form.value });
  return added.ok ? { done: true } : refusal(added.error);
}
