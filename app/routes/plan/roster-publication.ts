import { data } from 'react-router';
import { publishRoster, SeenRoster } from '#app/features/shift/publish-roster.ts';
import { readPublication } from '#app/features/shift/read-publication.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-publication.ts';

/** Who would be told what. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:write');
  const view = await readPublication(shiftDeskOf(context), params.rosterId);
  if (!view) throw data(null, { status: 404 });
  return view;
}

/** Tells people their shifts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(SeenRoster, request);
  if (!form.ok) return faulty(form.faults);
  const published = await publishRoster(shiftDeskOf(context), params.rosterId, form.value);
  return published.ok ? { done: published.value } : refusal(published.error);
}
