import { redirect } from 'react-router';
import { resetSecondFactor } from '#app/features/person/remove-second-factor.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/second-factor-reset.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const done = await resetSecondFactor(context.get(servicesContext), centreActor(context), params.userId);
  return done.ok ? redirect(`/admin/people/${params.userId}`) : refusal(done.error);
}
