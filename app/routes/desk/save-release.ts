import { releaseTalk } from '#app/features/save-desk/take-talk.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/save-release.ts';

/** Gives a talk back to the desk. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await releaseTalk(debtDeskOf(context), params);
  return done.ok ? { done: true } : refusal(done.error);
}
