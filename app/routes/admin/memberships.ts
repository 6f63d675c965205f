import { redirect } from 'react-router';
import { grantMembership } from '#app/features/person/grant-membership.ts';
import { MembershipInput } from '#app/features/person/person.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/memberships.ts';

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(MembershipInput, request);
  if (!form.ok) return faulty(form.faults);
  const services = context.get(servicesContext);
  const granted = await grantMembership(services, centreActor(context), params.userId, form.value);
  return granted.ok ? redirect(`/admin/people/${params.userId}`) : refusal(granted.error);
}
