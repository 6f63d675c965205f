import { can } from '#app/features/access/can.ts';
import { readForecast } from '#app/features/sla/read-forecast.ts';
import { readSlaPage } from '#app/features/sla/read-sla-page.ts';
import { SlaPage } from '#app/features/sla/sla-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/sla.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'sla:read');
  const { databases, now } = context.get(servicesContext);
  const page = await readSlaPage({ db, control: databases.control, now: now() });
  const forecast = await readForecast(db, now());
  return { ...page, forecast, mayWrite: can(actor, 'sla:write') };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.sla.page.title);

export default function Sla({ loaderData }: Route.ComponentProps) {
  return <SlaPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
