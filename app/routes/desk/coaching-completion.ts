import { finishCoaching } from '#app/features/coaching/coach-agent.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/coaching-completion.ts';

/** An agent says that he has practised it. */
export async function action({ params, context }: Route.ActionArgs) {
  const finished = await finishCoaching(requestDeskOf(context), params.coachingId);
  return finished.ok ? { done: true } : refusal(finished.error);
}
