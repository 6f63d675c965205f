import { ErasureListPage } from '#app/features/erasure/erasure-list-page.tsx';
import { readErasures } from '#app/features/erasure/read-erasure.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/erasures.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'person:erase');
  return readErasures(requestDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.erasure.title);

export default function Erasures({ loaderData }: Route.ComponentProps) {
  return <ErasureListPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
