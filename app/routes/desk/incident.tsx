import { data } from 'react-router';
import { IncidentPage } from '#app/features/incident/incident-page.tsx';
import { readIncident } from '#app/features/incident/read-incidents.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/incident.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const { control } = context.get(servicesContext).databases;
  const found = await readIncident({ db, control, actor }, params.incidentId);
  if (!found) throw data(null, { status: 404 });
  return found;
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.incident.title);

export default function Incident({ loaderData }: Route.ComponentProps) {
  return <IncidentPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
