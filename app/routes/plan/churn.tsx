import { ChurnPage } from '#app/features/churn/churn-page.tsx';
import { readChurnPage } from '#app/features/churn/read-churn-page.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/churn.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'churn:read');
  const { now, databases } = context.get(servicesContext);
  return readChurnPage({ db, control: databases.control, actor }, dateAt(now().getTime(), tenant.timeZone));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.churn.title);

export default function Churn({ loaderData }: Route.ComponentProps) {
  return <ChurnPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
