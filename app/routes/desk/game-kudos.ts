import { giveKudos, KudosInput } from '#app/features/game/give-kudos.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-kudos.ts';

/** Thanks a colleague. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(KudosInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await giveKudos(gameDeskOf(context), form.value);
  return done.ok ? { done: true } : refusal(done.error);
}
