import { data } from 'react-router';
import { readReview } from '#app/features/review/read-review.ts';
import { ReviewResultPage } from '#app/features/review/review-result-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/review-result.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'review:own');
  const desk = { ...requestDeskOf(context), timeZone: tenant.timeZone };
  const review = await readReview(desk, params.reviewId);
  if (!review) throw data(null, { status: 404 });
  return { review };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.score.result.pageTitle);

export default function ReviewResultRoute({ loaderData: { review } }: Route.ComponentProps) {
  return <ReviewResultPage key={`${review.id}-${review.revision}`} review={review} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
