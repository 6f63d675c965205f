import { redirect } from 'react-router';
import { declareIncident } from '#app/features/incident/declare-incident.ts';
import { IncidentForm } from '#app/features/incident/incident-form.ts';
import { IncidentListPage } from '#app/features/incident/incident-list-page.tsx';
import { readIncidents } from '#app/features/incident/read-incidents.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { instantInZone } from '#app/platform/format.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import type { Route } from './+types/incident-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  return {
    ...(await readIncidents({ db, actor })),
    topics: await listTopics(db),
    formToken: crypto.randomUUID(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(IncidentForm, request);
  if (!form.ok) return faulty(form.faults);
  const desk = requestDeskOf(context);
  const { formToken, title, banner, slaTreatment, started, ...match } = form.value;
  const startedAt = instantInZone(started, context.get(workplaceContext).tenant.timeZone);
  const declared = await declareIncident(desk, { formToken, title, banner, slaTreatment, startedAt, match });
  return declared.ok
    ? redirect(`/t/${params.tenant}/desk/incidents/${declared.value.id}`)
    : refusal(declared.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.incident.title);

export default function IncidentList({ loaderData, actionData }: Route.ComponentProps) {
  return <IncidentListPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
