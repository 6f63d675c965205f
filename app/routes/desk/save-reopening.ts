import { reopenTalk } from '#app/features/save-desk/close-talk.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/save-reopening.ts';

/** Takes the closing of a talk back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await reopenTalk(debtDeskOf(context), params);
  return done.ok ? { done: true } : refusal(done.error);
}
