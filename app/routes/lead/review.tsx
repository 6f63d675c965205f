import { redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { logListening } from '#app/features/review/log-listening.ts';
import { readReviewTask } from '#app/features/review/read-review-task.ts';
import { ReviewPage } from '#app/features/review/review-page.tsx';
import { ReviewInput, submitReview } from '#app/features/review/submit-review.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import { getNextTask } from '#db/tenant/queries/reviews.ts';
import type { Route } from './+types/review.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  const desk = requestDeskOf(context);
  const logged = await logListening(desk, params.taskId, 'opened');
  if (!logged.ok) return refusal(logged.error);
  const task = await readReviewTask({ ...desk, locale: context.get(personContext).locale }, params.taskId);
  return task.ok ? { task: task.value } : refusal(task.error);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = ReviewInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const desk = requestDeskOf(context);
  const given = await submitReview(desk, params.taskId, form.data);
  if (!given.ok) return refusal(given.error);
  const next = await getNextTask(desk.db, desk.actor.userId);
  return redirect(`/t/${params.tenant}/lead/reviews${next ? `/${next.id}` : ''}`);
}

/** Every reading is logged as an opening: what happens elsewhere does not open the work anew. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.taskId !== nextParams.taskId;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.review.page.title);

export default function Review({ loaderData }: Route.ComponentProps) {
  return 'task' in loaderData ? <ReviewPage key={loaderData.task.id} task={loaderData.task} /> : null;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
