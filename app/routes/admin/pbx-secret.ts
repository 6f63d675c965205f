import { setPbxSecret } from '#app/features/call/set-pbx-secret.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/pbx-secret.ts';

/** Answers the secret itself, this once. */
export async function action({ params, context }: Route.ActionArgs) {
  const set = await setPbxSecret(context.get(servicesContext), centreActor(context), params.tenantId);
  return set.ok ? set.value : refusal(set.error);
}
