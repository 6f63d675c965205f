import { chooseKey, KeyInput } from '#app/features/person/choose-key.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/keys.ts';

/** Another key for one thing. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(KeyInput, request);
  if (!form.ok) return faulty(form.faults);
  const chosen = await chooseKey(context.get(servicesContext), context.get(personContext).userId, form.value);
  return chosen.ok ? { ok: true } : refusal(chosen.error);
}
