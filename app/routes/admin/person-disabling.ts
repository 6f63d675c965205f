import { redirect } from 'react-router';
import { disablePerson } from '#app/features/person/disable-person.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/person-disabling.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const done = await disablePerson(context.get(servicesContext), centreActor(context), params.userId);
  return done.ok ? redirect(`/admin/people/${params.userId}`) : refusal(done.error);
}
