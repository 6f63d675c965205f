import { redirect } from 'react-router';
import { endSessions } from '#app/features/cabinet/cabinet-session.ts';
import { cabinetContext, sessionCookie } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { hostCookie } from '#app/platform/host-cookie.ts';
import type { Route } from './+types/sign-out.ts';

export async function action({ context }: Route.ActionArgs) {
  const { tenant, db, open } = context.get(cabinetContext);
  await endSessions(db, open.subscriberId, open.id);
  const cookie = hostCookie(context.get(servicesContext).env, sessionCookie(tenant.slug), '');
  return redirect(`/my/${tenant.slug}/sign-in`, { headers: { 'Set-Cookie': cookie } });
}
