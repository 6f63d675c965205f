import { redirect } from 'react-router';
import { v7 as uuid } from 'uuid';
import { draftRoster, NewRoster } from '#app/features/shift/draft-roster.ts';
import { readRosters } from '#app/features/shift/read-rosters.ts';
import { RostersPage } from '#app/features/shift/rosters-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shifts.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readRosters(shiftDeskOf(context));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(NewRoster, request);
  if (!form.ok) return faulty(form.faults);
  const drafted = await draftRoster(shiftDeskOf(context), { id: uuid(), ...form.value });
  if (!drafted.ok) return refusal(drafted.error);
  return redirect(`/t/${params.tenant}/plan/shifts/${drafted.value.id}`);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.shift.title);

export default function Shifts({ loaderData, actionData }: Route.ComponentProps) {
  return <RostersPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
