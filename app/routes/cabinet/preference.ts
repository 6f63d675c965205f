import { PreferenceInput } from '#app/features/cabinet/cabinet.ts';
import { prefer } from '#app/features/cabinet/mark-read.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import type { Route } from './+types/preference.ts';

/** How he would rather be reached. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  const form = await readForm(PreferenceInput, request);
  if (!form.ok) return faulty(form.faults);
  await prefer(db, open.subscriberId, form.value.channel, context.get(servicesContext).now());
  return { done: true };
}
