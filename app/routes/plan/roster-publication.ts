import { publishRoster, SeenRoster } from '#app/features/shift/publish-roster.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-publication.ts';

/** Tells people their shifts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(SeenRoster, request);
  if (!form.ok) return faulty(form.faults);
  const published = await publishRoster(shiftDeskOf(context), params.rosterId, form.value);
  return published.ok ? { done: published.value } : refusal(published.error);
}
