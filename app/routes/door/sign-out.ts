import { redirect } from 'react-router';
import { servicesContext } from '#app/platform/context.ts';
import { endSession } from '#app/platform/session.ts';
import type { Route } from './+types/sign-out.ts';

export function loader() {
  return redirect('/');
}

export async function action({ request, context }: Route.ActionArgs) {
  const { cookie, hasEnded } = await endSession(context.get(servicesContext), request);
  return redirect(hasEnded ? '/sign-in' : '/sign-in?left=unended', { headers: { 'Set-Cookie': cookie } });
}
