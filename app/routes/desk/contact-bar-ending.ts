import { endBar } from '#app/features/outreach/keep-papers.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/contact-bar-ending.ts';

/** A bar holds no longer. */
export async function action({ params, context }: Route.ActionArgs) {
  const ended = await endBar(requestDeskOf(context), params);
  return ended.ok ? { done: ended.value } : refusal(ended.error);
}
