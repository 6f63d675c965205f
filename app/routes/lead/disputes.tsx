import { DisputeListPage } from '#app/features/dispute/dispute-list-page.tsx';
import { readDisputes } from '#app/features/dispute/read-disputes.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/disputes.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  return { list: await readDisputes(requestDeskOf(context)) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.dispute.title);

export default function Disputes({ loaderData }: Route.ComponentProps) {
  return <DisputeListPage list={loaderData.list} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
