import { redirect } from 'react-router';
import { withdrawInvitation } from '#app/features/person/withdraw-invitation.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/invitation-withdrawal.ts';

export async function action({ params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const withdrawn = await withdrawInvitation(services, centreActor(context), params.invitationId);
  return withdrawn.ok ? redirect('/admin/people') : refusal(withdrawn.error);
}
