import { PlayerInput, setPlayer } from '#app/features/game/set-player.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-player.ts';

/** How I am shown on boards. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(PlayerInput, request);
  if (!form.ok) return faulty(form.faults);
  const set = await setPlayer(gameDeskOf(context), form.value);
  return set.ok ? { done: true } : refusal(set.error);
}
