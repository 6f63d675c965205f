import { redirect } from 'react-router';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { endSession, revokeAllSessions, revokeSession } from '#app/platform/session.ts';
import type { Route } from './+types/session-ending.ts';

/** Ends one session of one's own, or all of them, this one included. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { userId } = context.get(personContext);
  if (params.sessionId) {
    await revokeSession(services, userId, params.sessionId);
    return redirect('/account');
  }
  await revokeAllSessions(services, userId);
  const { cookie } = await endSession(services, request);
  return redirect('/sign-in', { headers: { 'Set-Cookie': cookie } });
}
