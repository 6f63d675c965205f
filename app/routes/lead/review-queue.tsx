import { readReviewQueue } from '#app/features/review/read-review-queue.ts';
import { ReviewQueuePage } from '#app/features/review/review-queue-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/review-queue.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'review:write');
  const { databases, now } = context.get(servicesContext);
  const reader = { db, actor, control: databases.control, now: now(), timeZone: tenant.timeZone };
  return { queue: await readReviewQueue(reader) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.review.title);

export default function ReviewQueueRoute({ loaderData }: Route.ComponentProps) {
  return <ReviewQueuePage queue={loaderData.queue} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
