import { closeFeed } from '#app/features/my-shifts/shift-feed.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-feed-closing.ts';

/** His calendar address shows nothing any more. */
export async function action({ context }: Route.ActionArgs) {
  const done = await closeFeed(shiftDeskOf(context));
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
