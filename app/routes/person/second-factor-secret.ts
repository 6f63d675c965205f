import { redirect } from 'react-router';
import { beginSecondFactor } from '#app/features/person/begin-second-factor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/second-factor-secret.ts';

export async function action({ context }: Route.ActionArgs) {
  await beginSecondFactor(context.get(servicesContext), context.get(personContext).userId);
  return redirect('/account/second-factor');
}
