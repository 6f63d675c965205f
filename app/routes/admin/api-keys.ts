import { z } from 'zod';
import { createApiKey } from '#app/features/api-key/create-api-key.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/api-keys.ts';

const ApiKeyInput = z.strictObject({
  title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
});

/** Answers the key itself, this once. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ApiKeyInput, request);
  if (!form.ok) return faulty(form.faults);
  const wanted = { tenantId: params.tenantId, title: form.value.title };
  const created = await createApiKey(context.get(servicesContext), centreActor(context), wanted);
  return created.ok ? created.value : refusal(created.error);
}
