import { takeTalk } from '#app/features/save-desk/take-talk.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/save-taking.ts';

/** Takes a talk that is nobody's. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await takeTalk(debtDeskOf(context), params);
  return done.ok ? { done: true } : refusal(done.error);
}
