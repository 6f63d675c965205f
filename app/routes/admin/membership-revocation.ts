import { redirect } from 'react-router';
import { revokeMembership } from '#app/features/person/revoke-membership.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/membership-revocation.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const done = await revokeMembership(
    context.get(servicesContext),
    centreActor(context),
    params.membershipId,
  );
  return done.ok ? redirect(`/admin/people/${params.userId}`) : refusal(done.error);
}
