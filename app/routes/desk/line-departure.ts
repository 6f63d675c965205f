import { DepartureInput } from '#app/features/churn/departure.ts';
import { noteOwnDeparture } from '#app/features/churn/note-own-departure.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/line-departure.ts';

/** Writes down that a number left, as a person heard it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(DepartureInput.omit({ lineId: true }), request);
  if (!form.ok) return faulty(form.faults);
  const { timeZone } = context.get(workplaceContext).tenant;
  const noted = await noteOwnDeparture({ ...requestDeskOf(context), timeZone }, { ...params, ...form.value });
  return noted.ok ? { done: true } : refusal(noted.error);
}
