import { ModelPage } from '#app/features/prediction/model-page.tsx';
import { readModelPage } from '#app/features/prediction/read-model-page.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/debt-forecast.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:suspend');
  const { now } = context.get(servicesContext);
  return readModelPage(db, actor, dateAt(now().getTime(), tenant.timeZone));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.prediction.title);

export default function DebtForecast({ loaderData }: Route.ComponentProps) {
  return <ModelPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
