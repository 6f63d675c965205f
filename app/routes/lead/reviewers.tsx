import { readReviewers } from '#app/features/calibration/read-reviewers.ts';
import { ReviewersPage } from '#app/features/calibration/reviewers-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/reviewers.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  return { view: await readReviewers(requestDeskOf(context)) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.calibration.reviewers.title);

export default function Reviewers({ loaderData }: Route.ComponentProps) {
  return <ReviewersPage view={loaderData.view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
