import { RequestReviewInput, requestReview } from '#app/features/review/request-review.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/review-requests.ts';

/** Asks for the review of a solved case. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(RequestReviewInput, request);
  if (!form.ok) return faulty(form.faults);
  const asked = await requestReview(requestDeskOf(context), form.value);
  return asked.ok ? { asked: true } : refusal(asked.error);
}
