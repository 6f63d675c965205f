import { answerPoll, PollInput } from '#app/features/game/answer-poll.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-poll.ts';

/** How content somebody is this month. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(PollInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await answerPoll(gameDeskOf(context), form.value);
  return done.ok ? { done: true } : refusal(done.error);
}
