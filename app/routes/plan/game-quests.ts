import { v7 as uuid } from 'uuid';
import { QuestInput, setQuest } from '#app/features/game/set-quest.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-quests.ts';

/** Offers a quest. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(QuestInput, request);
  if (!form.ok) return faulty(form.faults);
  const set = await setQuest(gameDeskOf(context), { id: uuid(), ...form.value });
  return set.ok ? { done: true } : refusal(set.error);
}
