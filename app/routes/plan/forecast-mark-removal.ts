import { unmarkDay } from '#app/features/workload/mark-day.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/forecast-mark-removal.ts';

/** Takes a mark back. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await unmarkDay(requestDeskOf(context), params.markId);
  return done.ok ? { done: done.value } : refusal(done.error);
}
