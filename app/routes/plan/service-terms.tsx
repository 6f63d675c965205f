import { readServiceTerms } from '#app/features/service-terms/read-service-terms.ts';
import { TermsPage } from '#app/features/service-terms/terms-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/service-terms.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'report:read');
  return { view: await readServiceTerms(requestDeskOf(context), tenant.timeZone) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.terms.title);

export default function ServiceTerms({ loaderData: { view } }: Route.ComponentProps) {
  return <TermsPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
