import { ExportsPage } from '#app/features/person-export/exports-page.tsx';
import { readExports } from '#app/features/person-export/read-exports.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/person-exports.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'person:export');
  return { view: await readExports(requestDeskOf(context)) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.personExport.title);

export default function PersonExports({ loaderData: { view } }: Route.ComponentProps) {
  return <ExportsPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
