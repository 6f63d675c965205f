import { FeedInput, openFeed } from '#app/features/my-shifts/shift-feed.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-feed.ts';

/** Gives him an address for his calendar, shown once. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(FeedInput, request);
  if (!form.ok) return faulty(form.faults);
  const done = await openFeed(shiftDeskOf(context), form.value);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
