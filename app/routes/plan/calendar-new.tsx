import { redirect } from 'react-router';
import { CalendarPage } from '#app/features/sla/calendar-page.tsx';
import { CalendarInput, createCalendar } from '#app/features/sla/change-calendar.ts';
import { newCalendarOf } from '#app/features/sla/read-calendar.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calendar-new.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'sla:write');
  return newCalendarOf(tenant.timeZone, context.get(servicesContext).now());
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = CalendarInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const created = await createCalendar(requestDeskOf(context), form.data);
  return created.ok ? redirect(`/t/${params.tenant}/plan/sla`) : refusal(created.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.sla.calendar.new);

export default function CalendarNew({ loaderData }: Route.ComponentProps) {
  return <CalendarPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
