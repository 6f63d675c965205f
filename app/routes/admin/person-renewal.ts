import { renewAccess } from '#app/features/person/renew-access.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/person-renewal.ts';

/** Answers the link itself, this once. */
export async function action({ params, context }: Route.ActionArgs) {
  const renewed = await renewAccess(context.get(servicesContext), centreActor(context), params.userId);
  return renewed.ok ? renewed.value : refusal(renewed.error);
}
