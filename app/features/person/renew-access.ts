import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import { type IssuedInvitation, issueInvitation } from './issue-invitation.ts';
import type { PersonRefusal } from './person.ts';

/** A link for somebody who forgot his password. His second factor stays: the link alone lets nobody in. */
export async function renewAccess(
  services: Services,
  actor: Actor,
  userId: string,
): Promise<Result<IssuedInvitation, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  const user = await getUser(control, userId);
  if (!user || user.disabledAt) return refuse({ code: 'person-not-found' });
  const [held] = await listMemberships(control, userId);
  if (!held) return refuse({ code: 'membership-not-found' });
  const { role, tenantId } = held;
  const input = { email: user.email, role, tenantId };
  return ok(await issueInvitation(services, actor.userId, 'access.renewed', input));
}
