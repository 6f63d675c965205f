import { retireQuest } from '#app/features/game/set-quest.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-quest-retirement.ts';

/** Offers a quest no more. */
export async function action({ params, context }: Route.ActionArgs) {
  const retired = await retireQuest(gameDeskOf(context), params.questId);
  return retired.ok ? { done: true } : refusal(retired.error);
}
