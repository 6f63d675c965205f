import { redirect } from 'react-router';
import { CalendarPage } from '#app/features/sla/calendar-page.tsx';
import { CalendarInput, changeCalendar } from '#app/features/sla/change-calendar.ts';
import { readCalendar } from '#app/features/sla/read-calendar.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calendar.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'sla:read');
  const { databases, now } = context.get(servicesContext);
  const found = await readCalendar({ db, control: databases.control, actor, now: now() }, params.calendarId);
  return found.ok ? found.value : refusal(found.error);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = CalendarInput.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const changed = await changeCalendar(requestDeskOf(context), params.calendarId, form.data);
  return changed.ok ? redirect(`/t/${params.tenant}/plan/sla`) : refusal(changed.error);
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(
    matches,
    (texts) => (loaderData && 'name' in loaderData ? loaderData.name : null) ?? texts.sla.page.calendars,
  );

export default function Calendar({ loaderData }: Route.ComponentProps) {
  return 'name' in loaderData ? <CalendarPage {...loaderData} /> : null;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
