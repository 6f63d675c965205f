import { readOwnCoaching } from '#app/features/coaching/read-coaching.ts';
import { OwnReviewsPage } from '#app/features/review/own-reviews-page.tsx';
import { readOwnReviews } from '#app/features/review/read-own-reviews.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/own-reviews.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'review:own');
  const desk = requestDeskOf(context);
  const tasks = await readOwnCoaching({ ...desk, timeZone: tenant.timeZone });
  return { own: await readOwnReviews(desk), tasks };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.score.title);

export default function OwnReviewsRoute({ loaderData }: Route.ComponentProps) {
  return <OwnReviewsPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
