import { ReviewInput, saveReviewDraft } from '#app/features/review/submit-review.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/review-draft.ts';

/** Keeps what a reviewer has begun. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = ReviewInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const saved = await saveReviewDraft(requestDeskOf(context), params.taskId, form.data);
  return saved.ok ? Response.json({ done: true }) : refusal(saved.error);
}
